package import Newsletter

/// Turns an issue's file into its header, its sections with typed entries, and its page's body.
package struct IssueReader: Sendable {
    private let rules: SectionRules

    /// - Parameter rules: which headings open which kind of section.
    package init(rules: SectionRules) {
        self.rules = rules
    }

    /// What to read of an issue; each costs time, so take what you need.
    package struct Parts: OptionSet, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }

        /// The sections with their entries.
        package static let sections = Parts(rawValue: 1)
        /// The body's HTML and its headings.
        package static let body = Parts(rawValue: 2)
    }

    /// An issue as far as it was asked for.
    package struct Reading: Sendable {
        package var issue: Issue
        package var body: [UInt8]
        package var headings: [Heading]
    }

    /// Reads one issue, parsing it once.
    ///
    /// - Parameter file: its path, for messages and as the issue's name.
    /// - Throws: everything that is wrong with the file, with places.
    package func read(_ bytes: [UInt8], file: String, parts: Parts = .sections) throws(Diagnostics) -> Reading {
        let source = try SourceText(validating: bytes, file: file)
        let (header, bodyLine) = try HeaderReader.header(of: source, file: file)
        let bodyStart = source.start(ofLine: bodyLine)
        let text = ReferenceDefinitions.keepingLast(source, fromLine: bodyLine)
        let tree =
            if let text {
                text.withUnsafeBufferPointer { MarkdownTree(parsing: $0) }
            } else {
                bytes.withUnsafeBufferPointer { MarkdownTree(parsing: UnsafeBufferPointer(rebasing: $0[bodyStart...])) }
            }
        if let place = tree.root.firstPlace(deeperThan: Self.deepestNesting) {
            throw Diagnostics([
                Diagnostic(
                    "more than \(Self.deepestNesting) levels of nesting",
                    remedy: "Take the list or quotation apart", file: file,
                    at: SourceLocation(line: max(place, 1) + bodyLine - 1, column: 1))
            ])
        }
        var reading = Reading(issue: Issue(file: file, header: header, sections: []), body: [], headings: [])
        if parts.contains(.body) {
            var renderer = HTMLRenderer(sourceCount: bytes.count)
            renderer.render(tree.root)
            (reading.body, reading.headings) = (renderer.output, renderer.headings)
        }
        if parts.contains(.sections) {
            var sections = SectionReader(source: source, lineOffset: bodyLine - 1, header: header, rules: rules)
            reading.issue.sections = sections.sections(of: tree.root)
        }
        return reading
    }

    /// The HTML of a text without a header, such as a part of a page.
    package static func html(of markdown: String) -> (html: [UInt8], headings: [Heading]) {
        var text = Array(markdown.utf8)
        let tree = text.withUnsafeMutableBufferPointer { MarkdownTree(parsing: UnsafeBufferPointer($0)) }
        guard tree.root.firstPlace(deeperThan: deepestNesting) == nil else { return ([], []) }
        var renderer = HTMLRenderer(sourceCount: text.count)
        renderer.render(tree.root)
        return (renderer.output, renderer.headings)
    }

    /// Reads a page of its own, such as an imprint: a title and a body, the date is of no matter.
    package static func page(_ bytes: [UInt8], file: String) throws(Diagnostics) -> (
        title: String, slug: String?, body: [UInt8]
    ) {
        let source = try SourceText(validating: bytes, file: file)
        let fields = HeaderReader.fields(of: source)
        guard let title = fields.values["title"]?.text, !title.isEmpty else {
            throw Diagnostics([
                Diagnostic(
                    "the page has no title", remedy: "Write a line 'Title: …' at the top", file: file,
                    at: .init(line: 1, column: 1))
            ])
        }
        let text = String(decoding: bytes[source.start(ofLine: fields.bodyLine)...], as: UTF8.self)
        return (title, fields.values["slug"]?.text, html(of: text).html)
    }

    /// In bytes: more than any issue, less than what would fill the memory.
    package static let largestFile = 16 << 20

    /// The fault of a file that is larger.
    package static func tooLarge(_ size: Int, file: String) -> Diagnostic {
        Diagnostic(
            "the file has \(size >> 20) MB, and no issue has more than \(largestFile >> 20)",
            remedy: "Move it out of the folder of issues", file: file)
    }

    /// Deeper than any person writes, and safe for every walk over the tree.
    private static let deepestNesting = 200
}

extension SourceText {
    /// Takes only what can be an issue's text.
    ///
    /// - Throws: where a byte is no UTF-8 or a NUL.
    package init(validating bytes: [UInt8], file: String) throws(Diagnostics) {
        if let offset = TextValidation.firstFault(in: bytes) {
            let source = SourceText(bytes)
            let isNull = bytes[offset] == 0
            throw Diagnostics([
                Diagnostic(
                    isNull ? "a NUL byte stands in the text" : "a byte here is not UTF-8",
                    remedy: isNull ? "Remove it" : "Save the file as UTF-8", file: file, at: source.location(of: offset)
                )
            ])
        }
        self.init(bytes)
    }
}

extension MarkdownNode {
    /// The first line at which nodes are nested deeper than `limit`, found without recursion.
    func firstPlace(deeperThan limit: Int) -> Int? {
        var depth = 0
        var node = self
        while true {
            if depth > limit { return node.startLine }
            if let child = node.firstChild {
                node = child
                depth += 1
                continue
            }
            while node.following == nil {
                guard depth > 0, let parent = node.parent else { return nil }
                node = parent
                depth -= 1
            }
            guard depth > 0, let following = node.following else { return nil }
            node = following
        }
    }
}
