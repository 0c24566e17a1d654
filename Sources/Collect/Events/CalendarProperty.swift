internal import Text

/// A property of a calendar: `DTSTART;TZID=Europe/Berlin:20260708T190000` (RFC 5545, section 3.1).
struct CalendarProperty {
    /// In capitals.
    private(set) var name: String
    /// Names in capitals; values without quotes.
    private(set) var parameters: [(name: String, value: String)] = []
    /// As written, with backslashes.
    private(set) var value: String

    /// Reads an unfolded line.
    ///
    /// - Returns: nil for what isn't a property.
    init?(_ line: some Collection<UInt8>) {
        let line = Array(line)
        guard var index = line.firstIndex(where: { $0 == Self.colon || $0 == Self.semicolon }), index > 0 else {
            return nil
        }
        name = Self.text(line[..<index]).uppercased()
        while index < line.count, line[index] == Self.semicolon {
            let (parameter, end) = Self.parameter(in: line, at: index + 1)
            parameters.append(parameter)
            index = end
        }
        value = Self.text(line[min(index + 1, line.count)...])
        if parameter("ENCODING") == "QUOTED-PRINTABLE" { value = Self.decodingQuotedPrintable(value) }
        if value.utf8.contains(Self.colon), parameter("TZID") != nil { readZoneWithColon(line) }
    }

    func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

    /// The value as text (RFC 5545, section 3.3.11); nil if it's empty.
    ///
    /// - Parameter longest: in bytes.
    func text(longest: Int) -> String? {
        var output: [UInt8] = []
        var isEscaped = false
        for byte in value.utf8.prefix(longest) {
            if isEscaped {
                switch byte {
                case UInt8(ascii: "n"), UInt8(ascii: "N"): output.append(0x0A)
                case UInt8(ascii: "\\"), Self.semicolon, UInt8(ascii: ","), Self.colon, Self.quote: output.append(byte)
                default: output += [UInt8(ascii: "\\"), byte]
                }
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else {
                output.append(byte)
            }
        }
        let text = String(decoding: output, as: UTF8.self).trimmedBlanks
        return text.isEmpty ? nil : text
    }

    private static let (colon, semicolon) = (UInt8(ascii: ":"), UInt8(ascii: ";"))
    private static let quote = UInt8(ascii: "\"")

    /// A parameter, and the index of the semicolon or colon after it.
    private static func parameter(in line: [UInt8], at start: Int) -> ((name: String, value: String), end: Int) {
        let isEnd = { (byte: UInt8) in byte == colon || byte == semicolon }
        let nameEnd = line[start...].firstIndex { isEnd($0) || $0 == UInt8(ascii: "=") } ?? line.count
        let name = text(line[start..<nameEnd]).uppercased()
        guard nameEnd < line.count, line[nameEnd] == UInt8(ascii: "=") else {
            // vCalendar 1.0 has parameters without names: `DESCRIPTION;QUOTED-PRINTABLE:…`.
            return ((name == "QUOTED-PRINTABLE" ? "ENCODING" : name, name), nameEnd)
        }
        var (index, isQuoted) = (nameEnd + 1, false)
        while index < line.count, isQuoted || !isEnd(line[index]) {
            if line[index] == quote { isQuoted.toggle() }
            index += 1
        }
        // A quote that is never closed isn't one.
        if isQuoted { index = line[(nameEnd + 1)...].firstIndex(where: isEnd) ?? line.count }
        let value = text(line[(nameEnd + 1)..<index].filter { $0 != quote })
        return ((name, value), index)
    }

    /// Reads the name of a zone that isn't quoted though it has a colon: `TZID=(UTC+01:00) Amsterdam:20260708T190000`.
    private mutating func readZoneWithColon(_ line: [UInt8]) {
        let text = String(decoding: line, as: UTF8.self)
        guard let begin = text.range(ofBytes: "TZID="), let end = text.lastIndex(of: ":"), begin.upperBound < end else {
            return
        }
        let time = text[text.index(after: end)...]
        guard time.utf8.count >= 8, CalendarStamp(String(time.prefix { $0 != "," && $0 != "/" })) != nil else { return }
        value = String(time)
        let zone = text[begin.upperBound..<end].filter { $0 != "\"" }
        parameters = [("TZID", String(zone.range(ofBytes: ";VALUE=").map { zone[..<$0.lowerBound] } ?? zone[...]))]
    }

    private static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: Array(bytes), as: UTF8.self).trimmedBlanks
    }

    /// As RFC 2045, section 6.7; vCalendar 1.0 has it.
    private static func decodingQuotedPrintable(_ text: String) -> String {
        var output: [UInt8] = []
        var bytes = Array(text.utf8)[...]
        while let byte = bytes.popFirst() {
            if byte == UInt8(ascii: "="), bytes.count >= 2,
                let code = UInt8(String(decoding: bytes.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.removeFirst(2)
                // Line ends are written as in iCalendar, so that the rest reads both alike.
                if code == 0x0A { output += Array("\\n".utf8) } else if code != 0x0D { output.append(code) }
            } else {
                output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
