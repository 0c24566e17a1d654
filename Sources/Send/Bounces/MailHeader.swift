internal import Text

/// The header of a message or of a part of one (RFC 5322, section 2.2), read without complaint about anything.
package struct MailHeader: Hashable, Sendable {
    package struct Field: Hashable, Sendable {
        /// In lower case.
        package var name: String
        /// Without line ends.
        package var value: String
    }

    package var fields: [Field] = []

    /// More aren't read: no server writes so many.
    static let mostFields = 2_000
    /// In bytes, with the lines that continue it; the rest of a longer field is dropped.
    static let longestField = 65_536

    package func all(_ name: String) -> [String] { fields.lazy.filter { $0.name == name }.map(\.value) }

    package func first(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// Reads the fields at the beginning of some bytes, and then an empty line.
    ///
    /// - Returns: the header, and the index after the empty line; a line that can't belong to a header ends it, too, and
    ///   is the first one after it.
    static func read(_ bytes: ArraySlice<UInt8>) -> (header: MailHeader, end: Int) {
        var header = MailHeader()
        var lines = ByteLines(bytes)
        var open: (name: String, value: [UInt8])?
        func close() {
            guard let field = open, header.fields.count < mostFields else { return }
            header.fields.append(
                Field(name: field.name, value: String(decoding: field.value, as: UTF8.self).trimmedBlanks))
        }
        while let line = lines.next() {
            if line.text.isEmpty {
                close()
                return (header, line.end)
            }
            if let first = line.text.first, first == 0x20 || first == 0x09, open != nil {
                let room = longestField - (open?.value.count ?? 0)
                open?.value += line.text.prefix(max(0, room))
                continue
            }
            guard let colon = line.text.prefix(200).firstIndex(of: UInt8(ascii: ":")),
                line.text[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F || $0 == 0x20 || $0 == 0x09 }),
                line.text.first.map(StructuredText.isBlank) == false
            else {
                // The first line of a message in a mailbox.
                if open == nil, header.fields.isEmpty, isEnvelopeLine(line.text) { continue }
                close()
                return (header, line.text.startIndex)
            }
            close()
            let name = line.text[..<colon].filter { !StructuredText.isBlank($0) }.map(\.lowercasedASCII)
            open = (
                String(decoding: name, as: UTF8.self), Array(line.text[(colon + 1)...].prefix(longestField))
            )
        }
        close()
        return (header, bytes.endIndex)
    }

    private static func isEnvelopeLine(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "From ".utf8) || line.starts(with: ">From ".utf8)
    }
}

/// The lines of some bytes, which end with `\n` or `\r\n`.
struct ByteLines {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    /// - Returns: the next line without its end, and the index after its end; nil after the last one.
    mutating func next() -> (text: ArraySlice<UInt8>, end: Int)? {
        guard !rest.isEmpty else { return nil }
        let stop = rest.firstIndex(of: 0x0A) ?? rest.endIndex
        var text = rest[rest.startIndex..<stop]
        if text.last == 0x0D { text.removeLast() }
        let end = stop < rest.endIndex ? stop + 1 : stop
        rest = rest[end...]
        return (text, end)
    }
}
