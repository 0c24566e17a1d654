package import Newsletter
internal import Text

/// Reads the header of an issue: `Title:` lines up to the first empty one, or YAML front matter.
///
/// Only flat `key: value` lines are read, in either form; keys are case-insensitive.
package struct HeaderReader {
    /// The header's fields with their locations, and the line on which the text begins (from 1).
    package struct Fields: Sendable {
        package var values: [String: Value] = [:]
        package var bodyLine = 1
        /// Whether the front matter has a first line but no last one.
        package var isUnclosed = false

        /// The value of a field, or nil if it is empty.
        package func text(of key: String) -> String? {
            values[key].flatMap { $0.text.isEmpty ? nil : $0.text }
        }

        package struct Value: Sendable {
            package var text: String
            package var location: SourceLocation
        }
    }

    /// The fields of a header; if the text has no header, everything is the body.
    package static func fields(of source: SourceText) -> Fields {
        var fields = Fields()
        var line = 1
        let isFrontMatter = text(of: 1, in: source) == "---"
        if isFrontMatter { line = 2 }
        fields.isUnclosed = isFrontMatter
        while line <= source.lineStarts.count {
            let text = text(of: line, in: source)
            if isFrontMatter ? text == "---" || text == "..." : text.isEmpty {
                // An empty line ends a header; the closing fence belongs to the front matter.
                line += 1
                fields.isUnclosed = false
                break
            }
            if let colon = text.firstIndex(of: ":"), isKey(text[..<colon]) {
                let key = text[..<colon].lowercased()
                let value = unquoted(text[text.index(after: colon)...])
                fields.values[key] = fields.values[key] ?? .init(text: value, location: .init(line: line, column: 1))
            } else if !isFrontMatter {
                break
            }
            line += 1
        }
        fields.bodyLine = fields.values.isEmpty ? 1 : line
        return fields
    }

    /// The header of an issue; throws all of its errors at once.
    package static func header(of source: SourceText, file: String) throws(Diagnostics) -> (IssueHeader, bodyLine: Int)
    {
        let fields = fields(of: source)
        var faults: [Diagnostic] = []
        if fields.isUnclosed {
            faults.append(
                Diagnostic(
                    "the front matter isn't closed", remedy: "Write a line '---' below it", file: file,
                    at: .init(line: 1, column: 1)))
        }
        let title = fields.values["title"]?.text ?? ""
        if title.isEmpty {
            faults.append(
                Diagnostic(
                    "the issue has no title", remedy: "Write a line 'Title: …' at the top", file: file,
                    at: .init(line: 1, column: 1)))
        }
        var date: CalendarDate?
        if let written = fields.values["date"] {
            date = CalendarDate(leadingIn: written.text)
            if date == nil {
                faults.append(
                    Diagnostic(
                        "'\(written.text)' isn't a date", remedy: "Write the date as YYYY-MM-DD",
                        file: file, at: written.location))
            }
        } else {
            faults.append(
                Diagnostic(
                    "the issue has no date", remedy: "Write a line 'Date: YYYY-MM-DD' at the top", file: file,
                    at: .init(line: 1, column: 1)))
        }
        guard faults.isEmpty, let date else { throw Diagnostics(faults) }
        let header = IssueHeader(
            title: title, number: number(fields.values["number"]?.text, title: title), date: date,
            category: fields.text(of: "category"), slug: fields.text(of: "slug"),
            minutes: fields.values["date"].flatMap { minutes(in: $0.text) })
        return (header, fields.bodyLine)
    }

    /// The time of day after a date, as in `2013-06-07 18:46`, in minutes.
    private static func minutes(in date: String) -> Int? {
        guard let time = date.split(whereSeparator: { $0 == " " || $0 == "T" }).dropFirst().first else { return nil }
        let parts = time.split(separator: ":").prefix(2).compactMap { Int($0) }
        guard parts.count == 2, 0...23 ~= parts[0], 0...59 ~= parts[1] else { return nil }
        return parts[0] * 60 + parts[1]
    }

    /// The number in the header's field, or, without such a field, the last separate number in the title.
    private static func number(_ written: String?, title: String) -> Int? {
        if let written, let number = Int(written) { return number }
        return title.split(separator: " ").reversed().lazy.compactMap { word in
            Int(word.drop { $0 == "#" })
        }.first
    }

    private static func text(of line: Int, in source: SourceText) -> String {
        let start = source.start(ofLine: line)
        let end = source.start(ofLine: line + 1)
        var slice = source.bytes[start..<end]
        while let last = slice.last, last <= 0x20 { slice.removeLast() }
        if line == 1, slice.starts(with: [0xEF, 0xBB, 0xBF]) { slice.removeFirst(3) }
        return String(decoding: slice, as: UTF8.self)
    }

    private static func isKey(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy {
                $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") || $0 == 0x5F || $0 == 0x2D
            }
    }

    private static func unquoted(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        if text.count >= 2, let quote = text.first, quote == "\"" || quote == "'", text.last == quote {
            return String(text.dropFirst().dropLast())
        }
        return String(text)
    }
}
