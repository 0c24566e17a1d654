internal import Text

/// The unfolded lines of a calendar (RFC 5545, section 3.1).
struct CalendarLines {
    private let text: [UInt8]
    private var index = 0

    init(_ text: [UInt8]) {
        self.text = text
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    }

    /// The next line with what belongs to it; nil at the end.
    mutating func next() -> [UInt8]? {
        var line: [UInt8] = []
        while index < text.count {
            let physical = text[index..<lineEnd]
            if physical.isEmpty {
                skipLineEnd(after: physical.endIndex)
            } else if line.isEmpty {
                line = Array(physical.drop { $0 == 0x20 || $0 == 0x09 })
                skipLineEnd(after: physical.endIndex)
            } else if physical.first == 0x20 || physical.first == 0x09 {
                line += physical.dropFirst()
                skipLineEnd(after: physical.endIndex)
            } else if Self.isSoftBreak(line) {
                line.removeLast()
                line += physical
                skipLineEnd(after: physical.endIndex)
            } else if !Self.isProperty(physical), !isFoldedName(physical) {
                // A line break in a text that isn't escaped.
                if Self.isText(line) { line += Array("\\n".utf8) + physical }
                skipLineEnd(after: physical.endIndex)
            } else {
                break
            }
        }
        return line.isEmpty ? nil : line
    }

    /// Whether a line is a name, whose colon is in the next line: some programs fold there, even with an empty line between.
    private func isFoldedName(_ line: ArraySlice<UInt8>) -> Bool {
        let next = text[line.endIndex...].drop { $0 == 0x0A || $0 == 0x0D }
        guard next.first == 0x20 || next.first == 0x09 else { return false }
        return Self.isProperty(line + [UInt8(ascii: ":")])
    }

    private var lineEnd: Int { text[index...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.endIndex }

    private mutating func skipLineEnd(after end: Int) {
        index = end
        if index < text.count, text[index] == 0x0D { index += 1 }
        if index < text.count, text[index] == 0x0A { index += 1 }
    }

    /// Whether quoted-printable text goes on in the next line (RFC 2045, section 6.7).
    private static func isSoftBreak(_ line: [UInt8]) -> Bool {
        line.last == UInt8(ascii: "=")
            && String(decoding: line.prefix(200), as: UTF8.self).uppercased().range(ofBytes: "QUOTED-PRINTABLE") != nil
    }

    private static func isText(_ line: [UInt8]) -> Bool {
        let name = self.name(of: line[...])?.uppercased() ?? ""
        return ["DESCRIPTION", "SUMMARY", "LOCATION", "COMMENT"].contains(name) || name.hasPrefix("X-")
    }

    /// Whether a line begins as a property does. Names in lower case are only those of known properties, for texts have
    /// words and addresses before colons.
    private static func isProperty(_ line: ArraySlice<UInt8>) -> Bool {
        guard let name = name(of: line) else { return false }
        let capitals = name.uppercased()
        return name == capitals || capitals.hasPrefix("X-") || known.contains(capitals)
    }

    private static func name(of line: ArraySlice<UInt8>) -> String? {
        guard let end = line.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") }) else {
            return nil
        }
        let name = String(decoding: line[..<end], as: UTF8.self).trimmedBlanks
        let isName = name.utf8.allSatisfy { byte in
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains(byte)
        }
        return isName && !name.isEmpty ? name : nil
    }

    private static let known: Set<String> = [
        "ATTACH", "ATTENDEE", "BEGIN", "CALSCALE", "CATEGORIES", "CLASS", "COMMENT", "CONTACT", "CREATED",
        "DESCRIPTION",
        "DTEND", "DTSTAMP", "DTSTART", "DURATION", "END", "EXDATE", "EXRULE", "GEO", "LAST-MODIFIED", "LOCATION",
        "METHOD",
        "ORGANIZER", "PRIORITY", "PRODID", "RDATE", "RECURRENCE-ID", "RRULE", "SEQUENCE", "STATUS", "SUMMARY", "TRANSP",
        "TZID", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "UID", "URL", "VERSION",
    ]
}
