/// A complete reply, with its lines apart, as EHLO needs them.
struct ServerReply: Sendable {
    var code: Int
    /// The lines' text without codes.
    var lines: [[UInt8]]

    var isPositive: Bool { 200..<300 ~= code }
    var isNegative: Bool { code >= 400 }

    /// The reply as the ledger keeps it.
    var mailReply: MailReply {
        var enhanced: String?
        var text: [UInt8] = []
        for line in lines {
            let length = enhancedCodeLength(line)
            if enhanced == nil, length > 0 { enhanced = String(decoding: line[..<length], as: UTF8.self) }
            let words = line[length...].drop { $0 == UInt8(ascii: " ") }
            if !text.isEmpty, !words.isEmpty { text.append(UInt8(ascii: " ")) }
            text += words
        }
        let readable = text.prefix(Self.longestText).map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: "?") : $0 }
        return MailReply(code: code, enhanced: enhanced, text: String(decoding: readable, as: UTF8.self))
    }

    /// In bytes. What a server says is kept for each recipient.
    private static let longestText = 500

    /// The length of an enhanced code, such as `5.1.1`, at the beginning of a line: three numbers, of which the first is
    /// the first digit of the reply's code (RFC 2034, section 4; RFC 3463, section 2). Zero if there is none.
    private func enhancedCodeLength(_ line: [UInt8]) -> Int {
        guard code >= 200, line.first == UInt8(ascii: "0") + UInt8(code / 100) else { return 0 }
        var (index, part, digits) = (0, 0, 0)
        while index < line.count {
            let byte = line[index]
            if UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
                digits += 1
            } else if byte == UInt8(ascii: "."), digits > 0, part < 2 {
                (part, digits) = (part + 1, 0)
            } else {
                break
            }
            guard digits <= (part == 0 ? 1 : 3) else { return 0 }
            index += 1
        }
        guard part == 2, digits > 0, index == line.count || line[index] == UInt8(ascii: " ") else { return 0 }
        return index
    }
}
