/// Recognises encodings by a text's first bytes (XML 1.0, appendix F.1; RFC 8259 had the same for JSON).
enum ByteOrderMark {
    /// - Returns: the encoding, which is nil for UTF-8 and if the first bytes don't show one; and the length of the
    ///   mark in bytes.
    static func encoding(of bytes: [UInt8]) -> (encoding: CharacterEncoding?, length: Int) {
        for (mark, label) in marks where bytes.starts(with: mark) {
            return (label.flatMap { CharacterEncoding(label: $0) }, mark.count)
        }
        guard bytes.count >= 4 else { return (nil, 0) }
        if bytes.starts(with: ebcdic) { return (CharacterEncoding(label: declaredEBCDIC(bytes) ?? "ibm037"), 0) }
        let zeros = bytes.prefix(4).map { $0 == 0 }
        let label =
            switch (zeros[0], zeros[1], zeros[2], zeros[3]) {
            case (true, true, true, false): "utf-32be"
            case (false, true, true, true): "utf-32le"
            case (true, false, true, false): "utf-16be"
            case (false, true, false, true): "utf-16le"
            default: ""
            }
        return (CharacterEncoding(label: label), 0)
    }

    /// The marks, longest first, because the mark of UTF-32 begins with that of UTF-16.
    private static let marks: [(mark: [UInt8], label: String?)] = [
        ([0xEF, 0xBB, 0xBF], nil), ([0, 0, 0xFE, 0xFF], "utf-32be"), ([0xFF, 0xFE, 0, 0], "utf-32le"),
        ([0xFE, 0xFF], "utf-16be"), ([0xFF, 0xFE], "utf-16le"),
    ]

    /// `<?xm` in EBCDIC, the encoding of IBM mainframes.
    private static let ebcdic: [UInt8] = [0x4C, 0x6F, 0xA7, 0x94]

    private static func declaredEBCDIC(_ bytes: [UInt8]) -> String? {
        let beginning = CharacterEncoding(label: "ibm037")?.utf8(of: Array(bytes.prefix(200)), replacingInvalid: true)
        return beginning.flatMap { EncodingDeclaration.label(in: $0, .xml) }
    }
}
