/// How long each step may take, in seconds (RFC 5321, section 4.5.3.2).
enum SMTPTimeLimit {
    /// For the greeting, MAIL, RCPT, and commands for which the RFC has no limit.
    static let command = 300
    static let data = 120
    /// For each piece of the message to be written.
    static let piece = 180
    /// After the final full stop: a server that has accepted the message but is slow to reply would otherwise get it
    /// twice.
    static let end = 600
    /// Nothing depends on the reply to QUIT.
    static let quit = 5
    static let handshake = 60
}
