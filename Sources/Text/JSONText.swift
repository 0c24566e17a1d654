/// JSON (RFC 8259) whose members stay in the order in which they were added, for files and responses that people read
/// too.
package indirect enum JSONText: Sendable {
    case null
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([JSONText])
    case members([(String, JSONText)])

    /// An object without the members that are nil.
    package static func object(_ members: [(String, JSONText?)]) -> JSONText {
        .members(members.compactMap { name, value in value.map { (name, $0) } })
    }

    /// Text, or `null` for nil.
    package static func optional(_ text: String?) -> JSONText { text.map { .text($0) } ?? .null }

    /// On one line.
    package var bytes: [UInt8] {
        var output: [UInt8] = []
        write(to: &output, indentation: nil)
        return output
    }

    /// On several lines, indented by two spaces.
    package var indentedBytes: [UInt8] {
        var output: [UInt8] = []
        write(to: &output, indentation: 0)
        return output
    }

    /// The items of a list that is nested in a text like ``indentedBytes``, without the list's brackets.
    ///
    /// - Parameter depth: how deep the items are nested.
    static func indentedItems(_ items: some Sequence<JSONText>, depth: Int) -> [UInt8] {
        var output: [UInt8] = []
        for item in items {
            if !output.isEmpty { output.append(UInt8(ascii: ",")) }
            breakLine(depth, &output)
            item.write(to: &output, indentation: depth)
        }
        return output
    }

    private func write(to output: inout [UInt8], indentation: Int?) {
        switch self {
        case .null: output += "null".utf8
        case .text(let text): Self.write(text, to: &output)
        case .number(let number): output += String(number).utf8
        case .flag(let flag): output += (flag ? "true" : "false").utf8
        case .list(let values):
            Self.write(values, between: "[", "]", to: &output, indentation: indentation) { value, output, inner in
                value.write(to: &output, indentation: inner)
            }
        case .members(let members):
            Self.write(members, between: "{", "}", to: &output, indentation: indentation) { member, output, inner in
                Self.write(member.0, to: &output)
                output += (inner == nil ? ":" : ": ").utf8
                member.1.write(to: &output, indentation: inner)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item], between open: String, _ close: String, to output: inout [UInt8], indentation: Int?,
        _ writeItem: (Item, inout [UInt8], Int?) -> Void
    ) {
        output += open.utf8
        let inner = indentation.map { $0 + 1 }
        for (index, item) in items.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            breakLine(inner, &output)
            writeItem(item, &output, inner)
        }
        if !items.isEmpty { breakLine(indentation, &output) }
        output += close.utf8
    }

    private static func breakLine(_ indentation: Int?, _ output: inout [UInt8]) {
        guard let indentation else { return }
        output.append(UInt8(ascii: "\n"))
        output += [UInt8](repeating: 0x20, count: indentation * 2)
    }

    private static func write(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { bytes in
            // Runs of bytes that need no escape are copied at once.
            var start = 0
            for (index, byte) in bytes.enumerated()
            where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte >= 0xC2 {
                let escape = byte < 0x80 ? (text: escape(byte), width: 1) : escapeOfHidden(bytes[index...])
                guard let escape else { continue }
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                output += escape.text.utf8
                start = index + escape.width
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func escape(_ byte: UInt8) -> String {
        switch byte {
        case 0x22: return "\\\""
        case 0x5C: return "\\\\"
        case 0x0A: return "\\n"
        case 0x0D: return "\\r"
        case 0x09: return "\\t"
        default: return escape(UInt16(byte))
        }
    }

    private static func escape(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }

    /// The escape of the character that begins here if a terminal would interpret or hide it, and its length in bytes.
    /// JSON may contain such characters unescaped, but it is also printed on terminals. Joiners are kept, because emoji
    /// need them.
    private static func escapeOfHidden(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> (text: String, width: Int)? {
        guard let scalar = String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first,
            !PrintableText.isPrintable(scalar), !(0x200C...0x200D ~= scalar.value)
        else { return nil }
        return (String(scalar).utf16.map(escape).joined(), UTF8.width(scalar))
    }
}
