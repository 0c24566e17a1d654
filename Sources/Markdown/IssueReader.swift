package import Newsletter

/// Reads an issue's file into its header, its sections with typed entries, and its page's body.
package struct IssueReader: Sendable {
    private let rules: SectionRules
    private let issueRules: IssueRules

    /// - Parameters:
    ///   - rules: the publication's rules, which determine the kind of each section.
    ///   - issueRules: where the title, the number and the date of an issue are.
    package init(rules: SectionRules, issueRules: IssueRules = IssueRules()) {
        self.rules = rules
        self.issueRules = issueRules
    }

    package init(_ publication: Publication) {
        self.init(rules: SectionRules(publication), issueRules: publication.issueRules)
    }

    /// The fields of a text's header.
    package func fields(of source: SourceText) -> HeaderReader.Fields {
        HeaderReader.fields(of: source, decoder: issueRules.frontMatter)
    }

    /// The parts of an issue to read; each of them takes time, so callers request only those that they use.
    package struct Parts: OptionSet, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }

        /// The sections with their entries.
        package static let sections = Parts(rawValue: 1)
        /// The body's HTML and its headings.
        package static let body = Parts(rawValue: 2)
        /// The ends of the body's blocks, as anchors.
        package static let blockEnds = Parts(rawValue: 4)
    }

    /// The requested parts of an issue.
    package struct Reading: Sendable {
        package var issue: Issue
        package var source: SourceText
        /// The text with its template tags replaced, as it was parsed, with as many bytes; nil if it has none.
        package var replaced: SourceText?
        package var body: [UInt8]
        package var headings: [Heading]
        /// Where the body's headings are, and entries if their ids were asked for.
        package var anchors: [BodyAnchor]
        /// Whether a link in the body leads to another Markdown file.
        package var linksToSources = false
        /// The links and images in the body that are files of the site or of the publication.
        package var localLinks: [LocalLink] = []
    }

    /// Reads an issue, parsing it once.
    ///
    /// - Parameters:
    ///   - file: its path, for messages and as the issue's name.
    ///   - entryIDs: returns the ids of an issue's entries, by the line where each begins; it makes a body's sections read,
    ///     too.
    /// - Throws: everything that is wrong with the file, with locations.
    package func read(
        _ bytes: [UInt8], file: String, parts: Parts = .sections, entryIDs: ((Issue) -> [Int: String])? = nil
    ) throws(Diagnostics) -> Reading {
        let source = try SourceText(validating: bytes, file: file)
        let fields = fields(of: source)
        let bodyLine = fields.bodyLine
        let known =
            fields.text(of: "title") == nil
            ? nil : try HeaderReader.header(fields, file: file, rules: issueRules, heading: nil)
        let tags = TemplateTags(in: source, fromLine: bodyLine, rules: issueRules)
        return try Self.withTree(of: source, fromLine: bodyLine, file: file, tags) { (root) throws(Diagnostics) in
            let heading = known == nil ? Self.titleHeading(of: root) : nil
            let header: IssueHeader
            if let known {
                header = known
            } else {
                header = try HeaderReader.header(
                    fields, file: file, rules: issueRules, heading: heading.map { InlineText(of: $0).text.trimmed })
            }
            let attributes = AttributeList.elements(of: tags.attributeLists, in: root)
            var reading = Reading(
                issue: Issue(file: file, header: header, sections: []), source: source, body: [], headings: [],
                anchors: [])
            if let text = tags.text {
                reading.replaced = SourceText(Array(source.bytes[..<source.start(ofLine: bodyLine)]) + text)
            }
            if parts.contains(.sections) || entryIDs != nil {
                var sections = SectionReader(
                    source: source, lineOffset: bodyLine - 1, header: header, rules: rules,
                    headingIDs: issueRules.headingIDs)
                sections.attributes = attributes
                reading.issue.sections = sections.sections(of: root)
            }
            if parts.contains(.body) {
                var renderer = HTMLRenderer(
                    sourceCount: bytes.count, entries: entryIDs?(reading.issue) ?? [:], lineOffset: bodyLine - 1,
                    source: source, headingIDs: issueRules.headingIDs)
                renderer.includes = tags.replacements
                renderer.attributes = attributes
                renderer.notesBlockEnds = parts.contains(.blockEnds)
                // The page shows its title once.
                let isShownAbove = heading.map {
                    $0.pointer == root.firstChild?.pointer && issueRules.titlePattern == nil
                }
                renderer.render(root, withoutFirst: isShownAbove ?? false)
                (reading.body, reading.headings) = (renderer.output, renderer.headings)
                reading.anchors = renderer.anchors
                (reading.linksToSources, reading.localLinks) = (renderer.linksToSources, renderer.localLinks)
            }
            return reading
        }
    }

    /// Reads a page that isn't an issue, such as an imprint: a title and a body; the date doesn't matter.
    ///
    /// - Throws: ``Diagnostics`` with all faults of the file.
    package static func page(_ bytes: [UInt8], file: String, rules: IssueRules = IssueRules()) throws(Diagnostics) -> (
        title: String, slug: String?, body: [UInt8], localLinks: [LocalLink]
    ) {
        let source = try SourceText(validating: bytes, file: file)
        let fields = HeaderReader.fields(of: source, decoder: rules.frontMatter)
        guard let title = fields.text(of: "title") else {
            throw Diagnostics([
                Diagnostic(
                    "the page has no title", remedy: "Write a line 'Title: …' at the top", file: file,
                    at: .init(line: 1, column: 1))
            ])
        }
        let tags = TemplateTags(in: source, fromLine: fields.bodyLine, rules: rules)
        let (body, links) = try withTree(of: source, fromLine: fields.bodyLine, file: file, tags) {
            (root) throws(Diagnostics) in
            var renderer = HTMLRenderer(
                sourceCount: bytes.count, lineOffset: fields.bodyLine - 1, source: source, headingIDs: rules.headingIDs)
            renderer.includes = tags.replacements
            renderer.attributes = AttributeList.elements(of: tags.attributeLists, in: root)
            renderer.render(root)
            return (renderer.output, renderer.localLinks)
        }
        return (title, fields.text(of: "slug"), body, links)
    }

    /// The heading that is the title of a text: the first one, if it is of level 1 or nothing is before it.
    private static func titleHeading(of root: MarkdownNode) -> MarkdownNode? {
        guard let heading = root.children.first(where: { $0.kind == .heading }) else { return nil }
        return heading.headingLevel == 1 || heading.pointer == root.firstChild?.pointer ? heading : nil
    }

    /// Parses a text from a given line to the end, for both issues and pages.
    ///
    /// - Throws: an error if the text would keep the parser busy for a long time, fill the memory, or is nested too
    ///   deeply to traverse safely.
    private static func withTree<Result>(
        of source: SourceText, fromLine bodyLine: Int, file: String, _ tags: TemplateTags,
        _ body: (MarkdownNode) throws(Diagnostics) -> Result
    ) throws(Diagnostics) -> Result {
        if let excess = ParserLimits.excess(in: source, fromLine: bodyLine, file: file) { throw Diagnostics([excess]) }
        func walk(_ text: UnsafeBufferPointer<UInt8>) throws(Diagnostics) -> Result {
            if let marked = TaskLists.marked(text) {
                return try marked.withUnsafeBufferPointer { (bytes) throws(Diagnostics) -> Result in
                    try parse(bytes)
                }
            }
            return try parse(text)
        }
        func parse(_ text: UnsafeBufferPointer<UInt8>) throws(Diagnostics) -> Result {
            try MarkdownTree.withTree(parsing: text) { (root) throws(Diagnostics) -> Result in
                guard let root else { throw Diagnostics([ParserLimits.tooMuchMemory(file: file)]) }
                tags.replaceDestinations(below: root)
                if let place = root.firstPlace(deeperThan: ParserLimits.deepestNesting) {
                    throw Diagnostics([ParserLimits.nestedTooDeep(file, at: max(place, 1) + bodyLine - 1)])
                }
                if let excess = ParserLimits.tooLongAddresses(root, source: source, file: file) {
                    throw Diagnostics([excess])
                }
                return try body(root)
            }
        }
        if let text = tags.text {
            return try text.withUnsafeBufferPointer { (bytes) throws(Diagnostics) -> Result in try walk(bytes) }
        }
        if let text = ReferenceDefinitions.keepingLast(source, fromLine: bodyLine) {
            return try text.withUnsafeBufferPointer { (bytes) throws(Diagnostics) -> Result in try walk(bytes) }
        }
        let start = source.start(ofLine: bodyLine)
        return try source.bytes.withUnsafeBufferPointer { (bytes) throws(Diagnostics) -> Result in
            try walk(UnsafeBufferPointer(rebasing: bytes[start...]))
        }
    }

    /// The maximum size of a file in bytes: more than any issue has, and less than what would exhaust memory.
    package static let largestFile = 16 << 20

    /// The diagnostic for a larger file.
    package static func tooLarge(_ size: Int, file: String) -> Diagnostic {
        Diagnostic(
            "the file has \(size >> 20) MB, but an issue can't have more than \(largestFile >> 20)",
            remedy: "Move the file out of the folder of issues", file: file)
    }
}

extension SourceText {
    /// Accepts only bytes that can be the text of an issue.
    ///
    /// - Throws: an error if a byte is NUL or isn't UTF-8, or if there are too many lines.
    package init(validating bytes: [UInt8], file: String) throws(Diagnostics) {
        if let offset = TextValidation.firstFault(in: bytes) {
            let source = SourceText(bytes)
            let isNull = bytes[offset] == 0
            throw Diagnostics([
                Diagnostic(
                    isNull ? "the text contains a NUL byte" : "a byte here isn't UTF-8",
                    remedy: isNull ? "Remove the byte" : "Save the file as UTF-8", file: file,
                    at: source.location(of: offset)
                )
            ])
        }
        self.init(bytes)
        guard lineStarts.count <= Self.mostLines else {
            throw Diagnostics([
                Diagnostic(
                    "the file has \(lineStarts.count) lines, but an issue can't have more than \(Self.mostLines)",
                    remedy: "Remove repeated text, or split the file", file: file)
            ])
        }
    }

    /// The maximum number of lines. The longest issues have about two thousand, and some commands use up to two
    /// kilobytes of memory for each line.
    private static let mostLines = 100_000
}

extension MarkdownNode {
    /// The first line at which nodes are nested deeper than `limit`, found without recursion.
    func firstPlace(deeperThan limit: Int) -> Int? {
        walk { _, depth in depth > limit }?.startLine
    }

    /// Whether the URLs and titles of all links together are longer than `limit`.
    func hasAddresses(longerThan limit: Int) -> Bool {
        var count = 0
        return walk { node, _ in
            if node.kind == .link || node.kind == .image { count += node.url.count + node.title.count }
            return count > limit
        } != nil
    }

    /// The first node, in document order, for which `isFound` returns true.
    func walk(until isFound: (MarkdownNode, _ depth: Int) -> Bool) -> MarkdownNode? {
        var depth = 0
        var node = self
        while true {
            if isFound(node, depth) { return node }
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
