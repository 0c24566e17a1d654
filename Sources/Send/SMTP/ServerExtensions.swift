/// What a server offers in its reply to EHLO (RFC 5321, section 4.1.1.1).
struct ServerExtensions: Hashable, Sendable {
    var hasStartTLS = false
    var hasPipelining = false
    var has8BitMIME = false
    var hasSMTPUTF8 = false
    var hasSize = false
    /// In bytes; nil for no limit that is known (RFC 1870, section 4).
    var largestMessage: Int?
    /// The mechanisms of AUTH, in upper case.
    var mechanisms: Set<String> = []

    /// Those of a server that only knows HELO.
    init() {}

    init(_ reply: ServerReply) {
        // The first line greets.
        for line in reply.lines.dropFirst() {
            let words = String(decoding: line, as: UTF8.self).uppercased().split { $0 == " " || $0 == "=" }
            switch words.first {
            case "STARTTLS": hasStartTLS = true
            case "PIPELINING": hasPipelining = true
            case "8BITMIME": has8BitMIME = true
            case "SMTPUTF8": hasSMTPUTF8 = true
            case "SIZE":
                hasSize = true
                largestMessage = words.dropFirst().first.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
            // Old servers write `AUTH=LOGIN`.
            case "AUTH": mechanisms.formUnion(words.dropFirst().map(String.init))
            default: break
            }
        }
    }
}
