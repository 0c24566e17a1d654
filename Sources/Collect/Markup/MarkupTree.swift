internal import CLibXML2

/// Converts libxml2's tree into values, with entities replaced by their contents.
struct MarkupTree {
    /// Whether names may have prefixes.
    let isXML: Bool

    init(isXML: Bool) {
        self.isXML = isXML
    }

    /// The number of bytes and references that entities have added.
    private var expansion = 0
    /// The depth of nested entities.
    private var depth = 0

    /// Converts an element with everything in it.
    mutating func node(_ node: xmlNodePtr) throws(MarkupFault) -> MarkupNode {
        try self.node(node, at: 0)
    }

    private mutating func node(_ node: xmlNodePtr, at level: Int) throws(MarkupFault) -> MarkupNode {
        // Entities can hold elements, and those more entities.
        guard level <= 2 * MarkupFault.deepest else { throw .depth }
        var read = MarkupNode(
            name: Self.string(node.pointee.name), namespace: node.pointee.ns.map { Self.string($0.pointee.href) })
        if read.namespace == nil, isXML {
            // libxml2 leaves the prefix in the name if it isn't declared.
            let (prefix, name) = MarkupNode.split(read.name)
            read.name = name
            read.namespace = FeedNamespace.address(ofPrefix: prefix)
        }
        var attribute = node.pointee.properties
        while let current = attribute {
            let prefix = current.pointee.ns.map { Self.string($0.pointee.prefix) + ":" } ?? ""
            var value = ""
            try addText(of: current.pointee.children, to: &value)
            read.attributes[prefix + Self.string(current.pointee.name)] = value
            attribute = current.pointee.next
        }
        try addChildren(node.pointee.children, to: &read, at: level)
        return read
    }

    private mutating func addChildren(
        _ first: xmlNodePtr?, to parent: inout MarkupNode, at level: Int
    ) throws(MarkupFault) {
        var child = first
        while let current = child {
            switch current.pointee.type {
            case XML_ELEMENT_NODE:
                try charge(1)
                parent.children.append(.element(try node(current, at: level + 1)))
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                let text = Self.string(current.pointee.content)
                try charge(text.utf8.count)
                parent.children.append(.text(text))
            case XML_ENTITY_REF_NODE:
                // Its child is the declaration, whose neighbours are other declarations; the content is in that.
                guard let declaration = current.pointee.children else {
                    parent.children.append(.text(Self.undeclared(current)))
                    break
                }
                try enterEntity()
                try addChildren(declaration.pointee.children, to: &parent, at: level)
                depth -= 1
            default: break
            }
            child = current.pointee.next
        }
    }

    /// Appends the text of an attribute's value.
    private mutating func addText(of first: xmlNodePtr?, to text: inout String) throws(MarkupFault) {
        var part = first
        while let current = part {
            switch current.pointee.type {
            case XML_TEXT_NODE:
                let content = Self.string(current.pointee.content)
                try charge(content.utf8.count)
                text += content
            case XML_ENTITY_REF_NODE:
                guard let declaration = current.pointee.children else {
                    text += Self.undeclared(current)
                    break
                }
                try enterEntity()
                try addText(of: declaration.pointee.children, to: &text)
                depth -= 1
            default: break
            }
            part = current.pointee.next
        }
    }

    /// The text of a reference that isn't declared; feeds use the character references of HTML.
    private static func undeclared(_ reference: xmlNodePtr) -> String {
        let name = string(reference.pointee.name)
        return CharacterReference.text(named: name) ?? "&\(name);"
    }

    private mutating func enterEntity() throws(MarkupFault) {
        depth += 1
        guard depth <= 40 else { throw .entities }
        try charge(1)
    }

    private mutating func charge(_ amount: Int) throws(MarkupFault) {
        guard depth > 0 else { return }
        expansion += amount
        if expansion > MarkupFault.longestExpansion { throw .entities }
    }

    private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }
}
