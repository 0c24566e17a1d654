/// From the greeting to the first message.
extension SMTPDialogue {
    mutating func open(_ reply: ServerReply) -> [Action] {
        switch (phase, reply.code) {
        case (_, 421): return refuse(reply, "the mail server isn't available")
        case (.greeting, 220): return hello(isExtended: true)
        case (.greeting, _): return refuse(reply, "the mail server refuses connections")
        case (.hello(let isExtended), 250):
            server = isExtended ? ServerExtensions(reply) : ServerExtensions()
            return secure()
        // A server of before 1995 (RFC 5321, section 3.2).
        case (.hello(isExtended: true), 500...599): return hello(isExtended: false)
        case (.hello, _): return refuse(reply, "the mail server refuses the name '\(options.clientName)'")
        case (.startTLS, 220):
            phase = .handshake
            return [.startTLS]
        case (.startTLS, _): return refuse(reply, "the mail server refuses STARTTLS")
        case (.authentication, 235): return ready()
        case (.authentication(var responses), 334) where !responses.isEmpty:
            let response = responses.removeFirst()
            phase = .authentication(responses)
            return [command(response)]
        case (.authentication, _): return refuse(reply, "the mail server refuses the user or the password")
        default: return lose(Self.confusion)
        }
    }

    mutating func hello(isExtended: Bool) -> [Action] {
        phase = .hello(isExtended: isExtended)
        return [command("\(isExtended ? "EHLO" : "HELO") \(options.clientName)")]
    }

    private mutating func secure() -> [Action] {
        guard options.startsTLS, !hasTLS else { return authenticate() }
        guard server.hasStartTLS else {
            return lose(
                "the mail server doesn't offer STARTTLS; set 'mail: { smtp: { security: … } }' to what it supports",
                isFinal: true)
        }
        phase = .startTLS
        return [command("STARTTLS")]
    }

    private mutating func authenticate() -> [Action] {
        guard let credentials = options.credentials else { return ready() }
        guard hasTLS || options.isPrivate else {
            return lose("the password isn't sent over a connection without TLS", isFinal: true)
        }
        guard !credentials.user.utf8.contains(0), !credentials.password.utf8.contains(0) else {
            return lose("the user or the password for the mail server contains a zero byte", isFinal: true)
        }
        guard let mechanism = SMTPCredentials.mechanism(server.mechanisms) else {
            return lose("the mail server offers neither AUTH PLAIN nor AUTH LOGIN", isFinal: true)
        }
        let (line, responses) = credentials.exchange(mechanism)
        phase = .authentication(responses)
        return [command(line)]
    }

    private mutating func ready() -> [Action] {
        phase = .ready
        return [.ready]
    }

    /// Gives the session up, with what the server says. No address has been sent yet, so its text has none.
    private mutating func refuse(_ reply: ServerReply, _ reason: String) -> [Action] {
        guard reply.isNegative else { return lose(Self.confusion) }
        let reply = reply.mailReply
        let words = ["\(reply.code)", reply.enhanced, reply.text].compactMap { $0 }.filter { !$0.isEmpty }
        return lose(
            "\(reason): \(words.joined(separator: " "))", isFinal: reply.isPermanent, reply: reply)
    }
}
