/// Writes values of settings as YAML.
enum YAMLText {
    /// The lines of a mapping, each indented by two spaces per level.
    static func lines(of members: [(key: String, value: SettingValue)], level: Int = 0) -> [String] {
        let margin = String(repeating: "  ", count: level)
        return members.flatMap { key, value -> [String] in
            let key = margin + scalar(key) + ":"
            switch value {
            case .mapping(let members) where !members.isEmpty: return [key] + lines(of: members, level: level + 1)
            case .list(let items) where !isShort(items):
                return [key] + items.flatMap { lines(of: $0, level: level + 1) }
            default: return ["\(key) \(flow(value))"]
            }
        }
    }

    private static func lines(of item: SettingValue, level: Int) -> [String] {
        let margin = String(repeating: "  ", count: level)
        guard case .mapping(let members) = item, !members.isEmpty else { return ["\(margin)- \(flow(item))"] }
        var lines = lines(of: members, level: level + 1)
        lines[0] = margin + "- " + lines[0].dropFirst(margin.count + 2)
        return lines
    }

    /// Whether a list fits on the line of its key.
    private static func isShort(_ items: [SettingValue]) -> Bool {
        let areScalars = items.allSatisfy { item in
            switch item {
            case .list, .mapping: false
            default: true
            }
        }
        return areScalars && flow(.list(items)).utf8.count <= 80
    }

    /// A value on one line.
    static func flow(_ value: SettingValue) -> String {
        switch value {
        case .text(let text): scalar(text)
        case .number(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .list(let items): items.isEmpty ? "[]" : "[" + items.map(flow).joined(separator: ", ") + "]"
        case .mapping(let members):
            members.isEmpty
                ? "{}" : "{ " + members.map { "\(scalar($0.key)): \(flow($0.value))" }.joined(separator: ", ") + " }"
        }
    }

    /// The text without quotation marks if every YAML reader would read it as the same text.
    static func scalar(_ text: String) -> String {
        let isPlain =
            text.utf8.first.map { isLetter($0) || $0 == UInt8(ascii: "/") } == true && text.utf8.last != 0x20
            && text.utf8.allSatisfy { isLetter($0) || isDigit($0) || "-_./ ".utf8.contains($0) }
        if isPlain, !reserved.contains(text.lowercased()) { return text }
        if text.hasPrefix("https://") || text.hasPrefix("http://"),
            text.utf8.allSatisfy({ isLetter($0) || isDigit($0) || "-_./:?=&%+~".utf8.contains($0) }),
            text.utf8.last != UInt8(ascii: ":")
        {
            return text
        }
        if !text.isEmpty, text.utf8.count < 10, text.utf8.allSatisfy(isDigit) { return text }
        return quoted(text)
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default:
                if scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value {
                    let digits = String(scalar.value, radix: 16)
                    quoted += "\\x" + String(repeating: "0", count: 2 - digits.utf8.count) + digits
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }

    /// Words that some readers read as a boolean or null.
    private static let reserved: Set<String> = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"]

    private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }
    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}
