package import Newsletter
internal import Text

/// Reads the header of an issue: `Title:` lines up to the first empty one, or front matter.
///
/// Flat `key: value` lines are read here, in either form; other front matter is read by a decoder. Keys are
/// case-insensitive.
package struct HeaderReader {
    /// The header's fields with their locations, and the line on which the text begins (from 1).
    package struct Fields: Sendable {
        package var values: [String: Value] = [:]
        package var bodyLine = 1
        /// Whether the front matter has a first line but no last one.
        package var isUnclosed = false
        /// Why the front matter can't be read.
        package var fault: FrontMatterDecoder.Fault?

        /// The value of a field, or nil if it is empty.
        package func text(of key: String) -> String? {
            values[key].flatMap { $0.text.isEmpty ? nil : $0.text }
        }

        /// The items of a list, or of a text that is separated by commas.
        package func items(of key: String) -> [String] {
            guard let value = values[key] else { return [] }
            return value.items ?? value.text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
        }

        package struct Value: Sendable {
            package var text: String
            package var location: SourceLocation
            /// The items, if the value is written as a list.
            package var items: [String]?
        }
    }

    /// The fields of a header; if the text has no header, everything is the body.
    ///
    /// - Parameter decoder: reads front matter that isn't flat; without it, only its flat lines are read.
    package static func fields(of source: SourceText, decoder: FrontMatterDecoder? = nil) -> Fields {
        var fields = Fields()
        var line = 1
        let first = text(of: 1, in: source)
        let isFrontMatter = first == "---"
        if let decoder, isFrontMatter || first == "+++" {
            let matter = FrontMatterLines(in: source, isTOML: !isFrontMatter) { text(of: $0, in: source) }
            if !matter.isFlat { return matter.fields(decoder) }
        }
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
        // A first paragraph such as "Note: …" isn't a header.
        if !isFrontMatter, fields.values.keys.allSatisfy({ !headerKeys.contains($0) }) { fields.values = [:] }
        fields.bodyLine = fields.values.isEmpty && !(isFrontMatter && !fields.isUnclosed) ? 1 : line
        return fields
    }

    private static func text(of line: Int, in source: SourceText) -> String {
        let start = source.start(ofLine: line)
        let end = source.start(ofLine: line + 1)
        var slice = source.bytes[start..<end]
        while let last = slice.last, last <= 0x20 { slice.removeLast() }
        if line == 1, slice.starts(with: [0xEF, 0xBB, 0xBF]) { slice.removeFirst(3) }
        return String(decoding: slice, as: UTF8.self)
    }

    /// The keys of which a header without a fence has at least one.
    private static let headerKeys: Set<String> = [
        "title", "date", "number", "category", "slug", "tags", "status", "author", "authors", "summary", "description",
        "draft", "layout", "published", "modified", "permalink", "url", "save_as", "issue", "template", "lang",
    ]

    static func isKey(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy {
                $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") || $0 == 0x5F || $0 == 0x2D
            }
    }

    static func unquoted(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        if text.count >= 2, let quote = text.first, quote == "\"" || quote == "'", text.last == quote {
            return String(text.dropFirst().dropLast())
        }
        return String(text)
    }
}
