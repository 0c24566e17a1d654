internal import Markdown
internal import Newsletter

/// Finds the lines of a draft that an entry occupies.
extension WorkingDraft {
    /// The lines of an entry, including the last line end.
    func lines(of entry: Entry) -> String { lines(of: entry.range) }

    private func lines(of range: SourceRange) -> String {
        let end = source.start(ofLine: range.end.line + 1)
        let text = String(decoding: bytes[source.start(ofLine: range.start.line)..<end], as: UTF8.self)
        return text.utf8.last == 0x0A ? text : text + "\n"
    }

    /// The range of an entry; for a pick or a quote, including the paragraph of thanks directly below.
    func extent(of entry: Entry, in section: Section) -> SourceRange {
        guard entry.content.mayBeThankedFor,
            let index = section.entries.firstIndex(where: { $0.range == entry.range }),
            let next = section.entries.dropFirst(index + 1).first, next.content == .prose,
            bytes[entry.range.bytes.upperBound..<next.range.bytes.lowerBound].allSatisfy({ $0 <= 0x20 }),
            Thanks.begin(lines(of: next))
        else { return entry.range }
        return source.range(entry.range.bytes.lowerBound..<next.range.bytes.upperBound)
    }

    /// The lines without indentation, for an entry that was nested in another one.
    func outdentedLines(of entry: Entry) -> String { outdentedLines(of: entry.range) }

    func outdentedLines(of range: SourceRange) -> String {
        let text = lines(of: range)
        let indentation = text.utf8.prefix { $0 == 0x20 }.count
        guard indentation > 0 else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.dropFirst(min(indentation, line.utf8.prefix { $0 == 0x20 }.count))
        }.joined(separator: "\n")
    }

    /// The range to remove so that an entry is gone and no extra blank line remains.
    func removal(of entry: Entry) -> SourceRange { removal(of: entry.range) }

    func removal(of range: SourceRange) -> SourceRange {
        let (first, last) = (range.start.line, range.end.line)
        var (start, end) = (source.start(ofLine: first), source.start(ofLine: last + 1))
        if first > 1, isBlank(line: first - 1) {
            if end == bytes.count {
                start = source.start(ofLine: first - 1)
            } else if isBlank(line: last + 1) {
                end = source.start(ofLine: last + 2)
            }
        }
        return source.range(start..<end)
    }

    /// Whether a line, counted from 1, is blank or after the end of the file.
    func isBlank(line: Int) -> Bool {
        bytes[source.start(ofLine: line)..<source.start(ofLine: line + 1)].allSatisfy { $0 <= 0x20 }
    }
}

extension Entry.Content {
    /// Whether a paragraph below the entry may thank the person who suggested it.
    fileprivate var mayBeThankedFor: Bool {
        switch self {
        case .pick, .quote: true
        default: false
        }
    }
}

/// Recognises thanks to the person who suggested a pick or a quote.
private enum Thanks {
    /// Whether a paragraph begins like thanks, in any of the languages of the program.
    static func begin(_ text: String) -> Bool {
        let text = text.lowercased()
        return Localization.all.contains { words in
            let sentence = words["draft_thanks"].lowercased()
            let opening = sentence.firstRange(of: "{name}").map { sentence[..<$0.lowerBound] } ?? sentence[...]
            return !opening.isEmpty && text.hasPrefix(opening)
        }
    }
}

/// The bullets of list items.
enum Bullet {
    static func of(_ lines: some StringProtocol) -> Character? { of(Array(lines.utf8.prefix { $0 != 0x0A })) }

    static func of(_ lines: [UInt8]) -> Character? {
        guard let marker = LineStart.listMarker(lines.prefix { $0 != 0x0A }), marker.number == nil else { return nil }
        return Character(UnicodeScalar(marker.mark))
    }

    /// The lines with another bullet, so that the list stays a single list.
    static func replacing(_ lines: String, with bullet: String) -> String {
        of(lines) == nil ? lines : bullet + lines.dropFirst()
    }
}
