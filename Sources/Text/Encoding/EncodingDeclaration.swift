/// Finds the name of the encoding that a text declares for itself, if that encoding extends ASCII.
enum EncodingDeclaration {
    static func label(in bytes: [UInt8], _ format: DecodedText.Format) -> String? {
        switch format {
        case .plain: nil
        case .xml: xml(bytes)
        case .html: xml(bytes) ?? meta(bytes)
        }
    }

    private static func xml(_ bytes: [UInt8]) -> String? {
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
        guard bytes.has("<?xml", at: start) else { return nil }
        let declaration = bytes[start...].prefix(200).prefix { $0 != UInt8(ascii: ">") }
        return value(of: "encoding", in: declaration)
    }

    /// The encoding in a `meta` element (WHATWG HTML, section 13.2.3.2). More than the first 1024 bytes are searched,
    /// because real pages have much before that element.
    private static func meta(_ bytes: [UInt8]) -> String? {
        var reader = TagReader(Array(bytes.prefix(8192)))
        while let tag = reader.next() {
            guard reader.isNamed(tag, "meta") else { continue }
            if let charset = reader.attribute("charset", of: tag), !charset.isEmpty {
                return String(decoding: reader.bytes[charset], as: UTF8.self).trimmedBlanks
            }
            if reader.attribute("http-equiv", of: tag) != nil, let content = reader.attribute("content", of: tag),
                let label = value(of: "charset", in: reader.bytes[content])
            {
                return label
            }
        }
        return nil
    }

    /// The value of `key = "…"`, with or without quotes.
    private static func value(of key: String, in bytes: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: bytes.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }, as: UTF8.self)
        guard let found = text.range(ofBytes: key) else { return nil }
        let isMark: (Character) -> Bool = { $0.isWhitespace || $0 == "=" || $0 == "\"" || $0 == "'" }
        let value = text[found.upperBound...].drop(while: isMark).prefix { !isMark($0) && !"?;/>".contains($0) }
        return value.isEmpty ? nil : String(value)
    }
}
