#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A character encoding other than UTF-8, converted by `iconv(3)`.
package struct CharacterEncoding: Hashable, Sendable {
    /// The name that iconv uses.
    package let name: String

    /// The encoding that a label means on the web (WHATWG Encoding Standard, section 4.2: `iso-8859-1` is windows-1252,
    /// `gb2312` is GB18030), or that iconv knows by this label.
    ///
    /// - Returns: nil for UTF-8, for UTF-7 (in which markup can be hidden), and for unknown labels.
    package init?(label: String) {
        let label = label.lowercased()
        if let name = Self.names[label] {
            self.name = name
            return
        }
        let isPlain = label.utf8.allSatisfy { byte in
            0x30...0x39 ~= byte || 0x61...0x7A ~= byte || "-_.:".utf8.contains(byte)
        }
        guard isPlain, !label.isEmpty, label.utf8.count <= 40,
            !Self.refused.contains(where: { label.range(ofBytes: $0) != nil }),
            let converter = Self.converter(label)
        else { return nil }
        iconv_close(converter)
        name = label
    }

    package static let windows1252 = CharacterEncoding(known: "CP1252")

    private init(known name: String) {
        self.name = name
    }

    /// The text in UTF-8.
    ///
    /// - Parameter replacingInvalid: whether invalid bytes are replaced by U+FFFD.
    /// - Returns: nil if there are invalid bytes and they aren't replaced.
    package func utf8(of bytes: [UInt8], replacingInvalid: Bool = false) -> [UInt8]? {
        guard let converter = Self.converter(name) else { return nil }
        defer { iconv_close(converter) }
        var bytes = bytes
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 2)
        let isWhole = bytes.withUnsafeMutableBytes { buffer in
            var input = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = buffer.count
            while left > 0 {
                switch Self.convert(converter, &input, &left, into: &output) {
                case 0, E2BIG: continue
                default:
                    guard replacingInvalid, let invalid = input else { return false }
                    output += [0xEF, 0xBF, 0xBD]
                    input = invalid + 1
                    left -= 1
                }
            }
            return true
        }
        return isWhole ? output : nil
    }

    /// Converts as much as fits into one chunk.
    ///
    /// - Returns: 0, or the error number.
    private static func convert(
        _ converter: iconv_t, _ input: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, into output: inout [UInt8]
    ) -> Int32 {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 8192) { chunk in
            var room = chunk.count
            var end = chunk.baseAddress
            let result = iconv(converter, &input, &left, &end, &room)
            let error = result == -1 ? errno : 0
            output += UnsafeRawBufferPointer(chunk)[..<(chunk.count - room)]
            return error
        }
    }

    private static func converter(_ name: String) -> iconv_t? {
        guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
        return converter
    }

    private static let refused = ["utf-8", "utf8", "utf-7", "utf7", "unicode-1-1", "iso-2022-cn", "10646", "internal"]

    /// The encodings that browsers use instead of a label's own, which is a subset, and names for labels that iconv
    /// doesn't know.
    private static let names: [String: String] = [
        "iso-8859-1": "CP1252", "iso8859-1": "CP1252", "iso_8859-1": "CP1252", "latin1": "CP1252", "latin-1": "CP1252",
        "l1": "CP1252", "windows-1252": "CP1252", "x-cp1252": "CP1252", "iso-8859-9": "CP1254", "latin5": "CP1254",
        "iso-8859-11": "CP874", "tis-620": "CP874", "windows-874": "CP874", "x-cp1250": "CP1250", "x-cp1251": "CP1251",
        "gb2312": "GB18030", "gbk": "GB18030", "x-gbk": "GB18030", "gb_2312-80": "GB18030", "gb-2312": "GB18030",
        "shift_jis": "CP932", "shift-jis": "CP932", "sjis": "CP932", "x-sjis": "CP932", "ms_kanji": "CP932",
        "windows-31j": "CP932", "x-euc-jp": "EUC-JP", "ks_c_5601-1987": "CP949", "ks_c_5601-1989": "CP949",
        "ksc5601": "CP949", "euc-kr": "CP949", "windows-949": "CP949", "big5": "BIG5-HKSCS", "x-x-big5": "BIG5-HKSCS",
        "cn-big5": "BIG5-HKSCS", "koi8-ru": "KOI8-U", "koi": "KOI8-R", "koi8": "KOI8-R", "macintosh": "MACINTOSH",
        "x-mac-roman": "MACINTOSH", "x-mac-cyrillic": "MAC-CYRILLIC", "iso-8859-8-i": "ISO-8859-8",
    ]
}
