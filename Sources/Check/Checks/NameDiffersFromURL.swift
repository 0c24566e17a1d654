internal import Newsletter

/// A link's text differs by one letter from the name at the end of its URL.
///
/// In `[flac-coded](https://crates.io/crates/flac-codec)`, one of the two is a typo.
struct NameDiffersFromURL: Check {
    static let id = "name-differs-from-url"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.titledLinks.compactMap { link in
            let bytes = document.bytes
            // Most texts contain more than the letters of a name.
            guard 5...50 ~= link.text.count, link.text.allSatisfy({ Self.isOfName(bytes[$0]) }) else { return nil }
            let text = bytes[link.text].filter { $0 != 0x60 && $0 != 0x5C && $0 != 0x2A }.map(ASCII.lowered)
            guard 5...40 ~= text.count, text.allSatisfy({ ASCII.isLetter($0) || $0 == 0x2D || $0 == 0x5F }) else {
                return nil
            }
            let parts = URLParts(bytes, link.url)
            let path = bytes[parts.path].split(separator: UInt8(ascii: "/"))
            guard path.count >= 1, let name = path.last.map({ $0.map(ASCII.lowered) }),
                Typo.isOne(text.map(Self.joint), name.map(Self.joint)), !Self.isPlural(text, name),
                text.filter(ASCII.isLetter) != name.filter(ASCII.isLetter)
            else { return nil }
            return finding(
                "'\(document.text(link.text))' and '\(String(decoding: name, as: UTF8.self))' differ by a letter",
                at: link.text,
                in: document, explanation: "One of the two is probably a typo.")
        }
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || byte == 0x2D || byte == 0x5F || byte == 0x60 || byte == 0x5C || byte == 0x2A
    }

    private static func joint(_ byte: UInt8) -> UInt8 { byte == 0x5F ? 0x2D : byte }

    private static func isPlural(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        let (left, right) = (left.map(joint), right.map(joint))
        return left + [0x73] == right || right + [0x73] == left
    }
}
