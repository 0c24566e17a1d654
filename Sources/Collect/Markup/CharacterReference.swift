internal import CLibXML2

/// Resolves character references in markup.
enum CharacterReference {
    /// The reference at an index that holds `&`.
    ///
    /// - Returns: its characters and its length in bytes, or nil if this isn't a reference to a known character.
    static func at(_ index: Int, of bytes: [UInt8]) -> (text: String, length: Int)? {
        guard let end = bytes[index...].prefix(40).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        return text(named: name).map { ($0, end + 1 - index) }
    }

    /// - Parameter name: the text between `&` and `;`, such as `rsquo`, `#8217` or `#x2019`.
    static func text(named name: String) -> String? {
        if name.hasPrefix("#") { return numbered(name.dropFirst()) }
        guard let entity = htmlEntityLookup(name) else { return nil }
        return Unicode.Scalar(entity.pointee.value).map { String(Character($0)) }
    }

    private static func numbered(_ digits: Substring) -> String? {
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        guard let number = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10) else {
            return nil
        }
        if 0x80...0x9F ~= number { return windows1252[Int(number - 0x80)] }
        guard number >= 0x20 || [0x09, 0x0A, 0x0D].contains(number) else { return "" }
        return Unicode.Scalar(number).map { String(Character($0)) }
    }

    /// The text with what programs that mistake windows-1252 for ISO 8859-1 meant by C1 control characters.
    static func replacingControls(in text: String) -> String {
        guard text.unicodeScalars.contains(where: { 0x80...0x9F ~= $0.value }) else { return text }
        return text.unicodeScalars.map { scalar in
            0x80...0x9F ~= scalar.value ? windows1252[Int(scalar.value - 0x80)] : String(Character(scalar))
        }.joined()
    }

    /// The characters for the numbers of C1 control characters (WHATWG HTML, section 13.2.5.80).
    private static let windows1252 = [
        "€", "", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "", "", "‘", "’", "“", "”", "•", "–",
        "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ",
    ]
}
