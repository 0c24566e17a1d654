package import Markdown
package import Newsletter

/// An issue made ready for checking: read once, scanned once, shared by all checks.
package struct Document: Sendable {
    package let issue: Issue
    package let source: SourceText
    /// The header's fields with their places.
    let header: HeaderReader.Fields
    let lines: [Line]
    let blocks: [Block]
    /// In the order of the text.
    let links: [Link]
    let definitions: [Definition]
    let codeSpans: [CodeSpan]
    let tags: [Tag]
    /// Comments within a line of text; whole lines of them are ``Line/Kind/comment``.
    let inlineComments: [Range<Int>]
    let looseBackticks: [Range<Int>]
    let brackets: [Bracket]
    let looseBrackets: [Int]

    package var file: String { issue.file }
    var bytes: [UInt8] { source.bytes }

    /// - Throws: everything that keeps the file from being an issue.
    package init(_ bytes: [UInt8], file: String, reader: IssueReader) throws(Diagnostics) {
        let issue = try reader.read(bytes, file: file).issue
        self.init(issue, SourceText(bytes))
    }

    /// - Parameter source: the bytes that `issue` was read from.
    package init(_ issue: Issue, _ source: SourceText) {
        (self.issue, self.source) = (issue, source)
        header = HeaderReader.fields(of: source)
        let scanner = LineScanner(source, firstBodyLine: header.bodyLine)
        (lines, blocks) = (scanner.lines, scanner.blocks)
        definitions = lines.indices.compactMap { Self.definition(of: scanner.lines[$0], number: $0, source.bytes) }
        var inline = InlineScanner(bytes: source.bytes, lineStarts: source.lineStarts, definitions: definitions)
        for block in blocks { inline.scan(block) }
        inline.finish()
        (links, codeSpans, tags) = (inline.links, inline.codeSpans, inline.tags)
        (inlineComments, looseBackticks) = (inline.comments, inline.looseBackticks)
        (brackets, looseBrackets) = (inline.brackets, inline.looseBrackets)
    }

    private static func definition(of line: Line, number: Int, _ bytes: [UInt8]) -> Definition? {
        guard line.kind == .definition,
            let close = bytes[line.content..<line.bytes.upperBound].firstIndex(of: UInt8(ascii: "]"))
        else { return nil }
        let label = (line.content + 1)..<close
        var start = close + 2
        while start < line.bytes.upperBound, ASCII.isBlank(bytes[start]) { start += 1 }
        let end = bytes[start..<line.bytes.upperBound].firstIndex { $0 <= 0x20 } ?? line.bytes.upperBound
        let isBracketed = end - start > 2 && bytes[start] == UInt8(ascii: "<") && bytes[end - 1] == UInt8(ascii: ">")
        return Definition(
            label: InlineScanner.label(bytes[label]), labelRange: label,
            url: isBracketed ? (start + 1)..<(end - 1) : start..<end, line: number)
    }

    // MARK: Looking up

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

    /// The line a byte stands on, counted from 0.
    func line(at offset: Int) -> Int { source.location(of: offset).line - 1 }

    /// The section a byte stands in.
    func section(at offset: Int) -> Section? {
        var (low, high) = (0, issue.sections.count)
        while low < high {
            let middle = (low + high) / 2
            if issue.sections[middle].range.bytes.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        guard low < issue.sections.count, issue.sections[low].range.bytes.contains(offset) else { return nil }
        return issue.sections[low]
    }

    /// A line's text without blanks at its ends.
    func content(_ line: Line) -> Range<Int> { bytes.trimmed(line.content..<line.bytes.upperBound) }

    /// Where an entry's own address is written; its first line where it has none.
    func place(of entry: Entry) -> Range<Int> {
        if let url = entry.url {
            let wanted = Array(url.utf8)
            for link in links(in: entry.range.bytes) where bytes[link.url].elementsEqual(wanted) { return link.url }
        }
        let end = lines[entry.range.start.line - 1].bytes.upperBound
        return bytes.trimmed(entry.range.bytes.lowerBound..<min(end, entry.range.bytes.upperBound))
    }

    /// The value of a header's field, as it is written.
    func headerValue(_ key: String) -> Range<Int>? {
        guard let value = header.values[key] else { return nil }
        let line = lines[value.location.line - 1]
        guard let colon = bytes[line.bytes].firstIndex(of: UInt8(ascii: ":")) else { return nil }
        return bytes.trimmed((colon + 1)..<line.bytes.upperBound)
    }
}
