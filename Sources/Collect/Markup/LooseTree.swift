/// The elements that ``LooseMarkup`` has open, and the tree that it builds from them.
struct LooseTree {
    private struct Open {
        var node: MarkupNode
        /// The name with its prefix.
        var name: String
        /// The namespaces' URLs by prefix; the empty prefix is for the default namespace.
        var namespaces: [String: String]
        var text: [UInt8] = []
    }

    private var elements: [Open] = []
    private var root: MarkupNode?
    private var parts = 0
    /// The limit that was exceeded.
    private(set) var fault: MarkupFault?

    var isAtTop: Bool { elements.isEmpty }

    mutating func add(_ text: ArraySlice<UInt8>) {
        if !elements.isEmpty { elements[elements.count - 1].text += text }
    }

    mutating func add(_ text: String) {
        if !elements.isEmpty { elements[elements.count - 1].text += text.utf8 }
    }

    mutating func open(_ tag: LooseTag) {
        parts += 1 + tag.attributes.count
        if parts > MarkupFault.mostParts { fault = .parts }
        if elements.count >= MarkupFault.deepest { fault = .depth }
        // What comes after the root isn't part of the document.
        guard fault == nil, root == nil else { return }
        if Self.posts.contains(tag.name) { close(tag.name) }
        flush()
        var namespaces = elements.last?.namespaces ?? [:]
        for (name, value) in tag.attributes where namespaces.count <= MarkupFault.mostNamespaces {
            if name == "xmlns" { namespaces[""] = value }
            if name.hasPrefix("xmlns:") { namespaces[String(name.dropFirst(6))] = value }
        }
        let (prefix, name) = MarkupNode.split(tag.name)
        let namespace = namespaces[prefix].flatMap { $0.isEmpty ? nil : $0 }
        var node = MarkupNode(name: name, namespace: namespace ?? FeedNamespace.address(ofPrefix: prefix))
        for (name, value) in tag.attributes where !name.hasPrefix("xmlns") { node.attributes[name] = value }
        elements.append(Open(node: node, name: tag.name, namespaces: namespaces))
    }

    /// Closes the innermost element with a name, and everything in it; does nothing if there isn't one.
    mutating func close(_ name: String) {
        guard
            let index = elements.lastIndex(where: { $0.name == name })
                ?? elements.lastIndex(where: { $0.name.lowercased() == name.lowercased() })
        else { return }
        while elements.count > index { closeLast() }
    }

    mutating func finish() -> MarkupNode? {
        while !elements.isEmpty { closeLast() }
        return root
    }

    private mutating func closeLast() {
        flush()
        guard let closed = elements.popLast() else { return }
        if elements.isEmpty {
            root = root ?? closed.node
        } else {
            elements[elements.count - 1].node.children.append(.element(closed.node))
        }
    }

    private mutating func flush() {
        guard let last = elements.last, !last.text.isEmpty else { return }
        let index = elements.count - 1
        elements[index].node.children.append(.text(String(decoding: last.text, as: UTF8.self)))
        elements[index].text.removeAll(keepingCapacity: true)
    }

    /// The elements of posts, which are never nested.
    private static let posts: Set<String> = ["item", "entry"]
}
