package import Markdown
package import Newsletter

/// An issue prepared for checking: read once, scanned once, shared by all checks.
///
/// Documents are immutable. The type is a class so that passing a document to fifty checks doesn't retain and release
/// twenty arrays each time.
package final class Document: Sendable {
    package let issue: Issue
    package let source: SourceText
    /// The header's fields with their locations.
    let header: HeaderReader.Fields
    let lines: [Line]
    let blocks: [Block]
    /// The links in the order of the text.
    let links: [Link]
    let definitions: [Definition]
    let codeSpans: [CodeSpan]
    let tags: [Tag]
    /// Comments within a line of text; whole lines of comments have the kind ``Line/Kind/comment``.
    let inlineComments: [Range<Int>]
    let looseBackticks: [Range<Int>]
    let brackets: [Bracket]
    let looseBrackets: [Int]
    let entries: [CheckedEntry]
    let events: [CheckedEvent]
    /// The links that contain their URL, including definitions as links of their own.
    let destinations: [Link]
    /// ``destinations`` with the parsed parts of their URLs.
    let addresses: [(link: Link, parts: URLParts)]
    /// The links that search for what was merged between two dates.
    let mergedQueries: [MergedQuery]
    /// Links with a text of their own, without images.
    let titledLinks: [Link]
    /// The length of the page's body in bytes; nil if the issue is too short to measure it.
    let htmlCount: Int?

    package var file: String { issue.file }
    let bytes: [UInt8]

    /// - Throws: every reason why the file isn't a valid issue.
    package convenience init(_ bytes: [UInt8], file: String, reader: IssueReader) throws(Diagnostics) {
        // Only a long issue can have too long a page, and rendering takes time.
        let isLong = bytes.count > Self.shortestLong
        let reading = try reader.read(bytes, file: file, parts: isLong ? [.sections, .body] : .sections)
        self.init(
            reading.issue, reading.source, scanned: reading.replaced ?? reading.source,
            header: reader.fields(of: reading.source),
            htmlCount: isLong ? reading.body.count : nil)
    }

    /// The size of an issue, in bytes, from which its page is measured.
    private static let shortestLong = 40_000

    /// - Parameters:
    ///   - source: the bytes that `issue` was read from.
    ///   - scanned: the same with template tags replaced, such as those around code.
    private init(
        _ issue: Issue, _ source: SourceText, scanned text: SourceText, header: HeaderReader.Fields, htmlCount: Int?
    ) {
        self.issue = issue
        self.source = source
        self.htmlCount = htmlCount
        bytes = source.bytes
        self.header = header
        let scanner = LineScanner(text, fromLine: header.bodyLine)
        let scanned = DocumentLines(scanner, text)
        lines = scanned.lines
        blocks = scanned.blocks
        definitions = scanner.definitions.compactMap { definition in
            guard scanned.lines[definition.lines.lowerBound].kind == .definition else { return nil }
            return Definition(
                label: InlineScanner.label(source.bytes[definition.label]), labelRange: definition.label,
                url: definition.destination, line: definition.lines.lowerBound)
        }
        var inline = InlineScanner(bytes: text.bytes, lineStarts: source.lineStarts, definitions: definitions)
        for block in blocks { inline.scan(block) }
        inline.finish()
        links = inline.links
        codeSpans = inline.codeSpans
        tags = inline.tags
        inlineComments = inline.comments
        looseBackticks = inline.looseBackticks
        brackets = inline.brackets
        looseBrackets = inline.looseBrackets
        entries = Self.entries(of: issue)
        events = Self.events(of: issue, source.bytes, lines)
        // A destination with a template tag is known only when the page is built.
        destinations =
            (links.filter { $0.kind != .reference }
            + definitions.map {
                Link(kind: .reference, whole: $0.labelRange, text: $0.labelRange, url: $0.url, line: $0.line)
            }).filter { text.bytes[$0.url] == source.bytes[$0.url] }
        addresses = destinations.map { ($0, URLParts(source.bytes, $0.url)) }
        mergedQueries = MergedQuery.all(in: destinations, source.bytes)
        titledLinks = links.filter { ($0.kind == .inline || $0.kind == .reference) && !$0.isImage }
    }

    // MARK: Lookup

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The links that begin within a range.
    func links(in range: Range<Int>) -> ArraySlice<Link> {
        links[Self.bound(links, range.lowerBound)..<Self.bound(links, range.upperBound)]
    }

    private static func bound(_ links: [Link], _ offset: Int) -> Int {
        var (low, high) = (0, links.count)
        while low < high {
            let middle = (low + high) / 2
            if links[middle].whole.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The offset after the code that begins at an offset, or nil if no code begins there.
    func codeEnd(at offset: Int) -> Int? {
        var (low, high) = (0, codeSpans.count)
        while low < high {
            let middle = (low + high) / 2
            if codeSpans[middle].whole.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low < codeSpans.count && codeSpans[low].whole.lowerBound == offset
            ? codeSpans[low].whole.upperBound : nil
    }

    /// The number of the line that contains a byte, counted from 0.
    func line(at offset: Int) -> Int { source.location(of: offset).line - 1 }

    /// The section that contains a byte.
    func section(at offset: Int) -> Section? {
        var (low, high) = (0, issue.sections.count)
        while low < high {
            let middle = (low + high) / 2
            if issue.sections[middle].range.bytes.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        guard low < issue.sections.count, issue.sections[low].range.bytes.contains(offset) else { return nil }
        return issue.sections[low]
    }

    /// A line's text without whitespace at its ends.
    func content(_ line: Line) -> Range<Int> { bytes.trimmed(line.content..<line.bytes.upperBound) }

    /// The range of an entry's own URL, or its first line if it has none.
    func place(of entry: Entry) -> Range<Int> {
        if let url = entry.url {
            let wanted = Array(url.utf8)
            for link in links(in: entry.range.bytes) where bytes[link.url].elementsEqual(wanted) { return link.url }
        }
        let end = lines[entry.range.start.line - 1].bytes.upperBound
        return bytes.trimmed(entry.range.bytes.lowerBound..<min(end, entry.range.bytes.upperBound))
    }

    /// The range of a header field's value as it is written.
    func headerValue(_ key: String) -> Range<Int>? {
        guard let value = header.values[key] else { return nil }
        let line = lines[value.location.line - 1]
        guard let colon = bytes[line.bytes].firstIndex(of: UInt8(ascii: ":")) else { return nil }
        return bytes.trimmed((colon + 1)..<line.bytes.upperBound)
    }
}
