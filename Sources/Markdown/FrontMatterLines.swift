internal import Newsletter
internal import Text

/// The lines of front matter, between its fences.
struct FrontMatterLines {
    private var lines: [String] = []
    private let isTOML: Bool
    /// The line on which the text begins, from 1; nil if the last fence is missing.
    private var bodyLine: Int?
    /// Whether there are only `key: value` lines that mean the same with and without a YAML parser.
    private(set) var isFlat: Bool

    /// - Parameter line: the text of a line, without white space at its end.
    init(in source: SourceText, isTOML: Bool, line: (Int) -> String) {
        self.isTOML = isTOML
        isFlat = !isTOML
        for number in 2...max(2, source.lineStarts.count) where number <= source.lineStarts.count {
            let text = line(number)
            if isTOML ? text == "+++" : text == "---" || text == "..." {
                bodyLine = number + 1
                break
            }
            lines.append(text)
            isFlat = isFlat && Self.isFlat(text)
        }
        if isFlat, lines.contains(where: { $0.last == ":" }) { isFlat = !hasList }
    }

    /// The fields as the decoder reads them.
    func fields(_ decoder: FrontMatterDecoder) -> HeaderReader.Fields {
        var fields = HeaderReader.Fields()
        guard let bodyLine else {
            fields.isUnclosed = true
            return fields
        }
        fields.bodyLine = bodyLine
        do throws(FrontMatterDecoder.Fault) {
            for field in try decoder.fields(lines.joined(separator: "\n") + "\n", isTOML ? .toml : .yaml) {
                let key = field.key.lowercased()
                guard fields.values[key] == nil else { continue }
                // Titles and descriptions are one line, however they are written.
                let values = field.values.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed }
                fields.values[key] = .init(
                    text: values.joined(separator: ", "), location: .init(line: field.line + 1, column: 1),
                    items: values.count == 1 ? nil : values)
            }
        } catch {
            fields.fault = FrontMatterDecoder.Fault(error.summary, line: error.line + 1)
        }
        return fields
    }

    private var hasList: Bool { lines.contains { $0.first == "-" || $0.first == " " } }

    private static func isFlat(_ line: String) -> Bool {
        if line.isEmpty || line.first == "#" { return true }
        guard let colon = line.firstIndex(of: ":"), HeaderReader.isKey(line[..<colon]) else { return false }
        let value = String(line[line.index(after: colon)...]).trimmed
        guard let first = value.utf8.first else { return true }
        switch first {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let inner = value.dropFirst().dropLast()
            return value.utf8.count > 1 && value.utf8.last == first
                && !inner.utf8.contains { $0 == first || $0 == UInt8(ascii: "\\") }
        case UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "|"), UInt8(ascii: ">"),
            UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"),
            UInt8(ascii: "~"), UInt8(ascii: "#"), UInt8(ascii: "-"):
            return false
        default: return !value.hasBytes(of: " #")
        }
    }
}
