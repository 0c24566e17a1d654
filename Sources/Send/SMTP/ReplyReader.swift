/// Reads replies from bytes that arrive in pieces (RFC 5321, section 4.2.1).
struct ReplyReader: Sendable {
    /// What can't be the reply of a mail server.
    struct Fault: Error, Hashable, Sendable {
        let reason: String
    }

    /// In bytes; RFC 5321 (section 4.5.3.1.5) allows 512.
    private static let longestLine = 2048
    /// Enough for every EHLO, and an end to a server that never stops.
    private static let mostLines = 100

    private var line: [UInt8] = []
    private var reply: ServerReply?

    /// Whether a reply has begun that isn't complete.
    var isInsideReply: Bool { !line.isEmpty || reply != nil }

    /// Takes bytes up to the end of a reply; nil if it isn't complete.
    mutating func next(_ bytes: inout ArraySlice<UInt8>) throws(Fault) -> ServerReply? {
        while let byte = bytes.popFirst() {
            guard byte == UInt8(ascii: "\n") else {
                line.append(byte)
                guard line.count <= Self.longestLine else {
                    throw Fault(reason: "the server's reply has a line without end")
                }
                continue
            }
            // Some servers end lines by a line feed alone.
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            let isLast = try addLine()
            line.removeAll(keepingCapacity: true)
            if isLast {
                defer { reply = nil }
                return reply
            }
        }
        return nil
    }

    /// - Returns: whether it is the last line of the reply.
    private mutating func addLine() throws(Fault) -> Bool {
        let digits = line.prefix(3).map { Int($0) - 0x30 }
        guard digits.count == 3, 1...5 ~= digits[0], 0...9 ~= digits[1], 0...9 ~= digits[2] else {
            throw Fault(reason: "the server sent a line that isn't a reply")
        }
        let code = digits[0] * 100 + digits[1] * 10 + digits[2]
        let separator = line.count > 3 ? line[3] : UInt8(ascii: " ")
        guard separator == UInt8(ascii: " ") || separator == UInt8(ascii: "-") else {
            throw Fault(reason: "the server sent a line that isn't a reply")
        }
        var reply = reply ?? ServerReply(code: code, lines: [])
        guard reply.code == code else { throw Fault(reason: "the lines of a reply have different codes") }
        reply.lines.append(Array(line.dropFirst(4)))
        guard reply.lines.count <= Self.mostLines else { throw Fault(reason: "the server's reply has too many lines") }
        self.reply = reply
        return separator == UInt8(ascii: " ")
    }
}
