/// One message after the other.
extension SMTPDialogue {
    /// The commands before a message.
    enum Command: Sendable {
        case reset, mail, recipient, data
    }

    struct Transaction: Sendable {
        var content: TransmittedMessage
        /// Commands that have been sent, and whose replies are awaited.
        var awaited: [Command] = []
        /// Commands for a server that wants one at a time.
        var lines: [(command: Command, text: String)]
        /// Whether the server has accepted MAIL.
        var isOpen = false
        var refusal: MailReply?
    }

    /// Begins a message. The session must be ready, and the message before must be done.
    package mutating func send(_ message: OutgoingMessage) -> [Action] {
        switch phase {
        case .ready: break
        case .closed(let reply, let reason): return [.finish(.notSent(reply, reason: reason))]
        default: return [.finish(.notSent(nil, reason: "the connection is in use"))]
        }
        guard let content = TransmittedMessage(message.bytes) else {
            let refusal = MailRefusal(554, "5.6.0", "the message has a line end that isn't CR LF")
            return [.finish(.refused(refusal.reply))]
        }
        let envelope: SMTPEnvelope
        do throws(MailRefusal) {
            envelope = try SMTPEnvelope(message, content, server)
        } catch {
            return [.finish(.refused(error.reply))]
        }
        recipient = message.recipient
        var transaction = Transaction(
            content: content,
            lines: [(.mail, envelope.mail), (.recipient, envelope.recipient), (.data, "DATA")])
        if needsReset { transaction.lines.insert((.reset, "RSET"), at: 0) }
        needsReset = false
        return next(transaction)
    }

    /// All of the message, with the final full stop, has been handed to the socket.
    package mutating func messageWritten() -> [Action] {
        if case .message = phase { phase = .end }
        return []
    }

    /// Sends the next command, or all of them (RFC 2920).
    private mutating func next(_ transaction: Transaction) -> [Action] {
        var transaction = transaction
        let count = server.hasPipelining ? transaction.lines.count : 1
        var bytes: [UInt8] = []
        for line in transaction.lines.prefix(count) {
            transaction.awaited.append(line.command)
            bytes += line.text.utf8
            bytes += [0x0D, 0x0A]
        }
        transaction.lines.removeFirst(count)
        phase = .envelope(transaction)
        return [.write(bytes)]
    }

    mutating func proceed(_ transaction: Transaction, _ reply: ServerReply) -> [Action] {
        var transaction = transaction
        guard reply.code != 421 else { return lose(Self.closing, reply: masked(reply)) }
        let command = transaction.awaited.removeFirst()
        let isExpected = command == .data ? reply.code == 354 : reply.isPositive
        guard isExpected || reply.isNegative, isExpected || command != .reset else {
            return lose(Self.confusion, reply: reply.isNegative ? masked(reply) : nil)
        }
        if command == .mail, isExpected { transaction.isOpen = true }
        if !isExpected { transaction.refusal = transaction.refusal ?? masked(reply) }
        if command == .data, isExpected {
            guard let refusal = transaction.refusal else {
                phase = .message
                return [.writeMessage(transaction.content)]
            }
            // The server waits for a message although nobody is to get it (RFC 2920, section 3.1).
            phase = .emptyEnd(refusal)
            return [.write([0x2E, 0x0D, 0x0A])]
        }
        phase = .envelope(transaction)
        guard transaction.awaited.isEmpty else { return [] }
        guard let refusal = transaction.refusal else { return next(transaction) }
        needsReset = transaction.isOpen
        phase = .ready
        return [.finish(.refused(refusal))]
    }

    /// The server replies before it has received all of the message.
    mutating func interrupt(_ reply: ServerReply) -> [Action] {
        guard reply.isNegative else {
            // It claims to have accepted what it can't have received, and nobody knows what it does with it.
            phase = .end
            return lose("the mail server replied before the end of the message")
        }
        return lose("the mail server refused the message before its end", reply: masked(reply))
    }

    /// The reply to the final full stop.
    mutating func conclude(_ reply: ServerReply) -> [Action] {
        if reply.isPositive {
            phase = .ready
            return [.finish(.accepted(masked(reply)))]
        }
        guard reply.isNegative else { return lose(Self.confusion) }
        guard reply.code == 421 else {
            phase = .ready
            return [.finish(.refused(masked(reply)))]
        }
        let reply = masked(reply)
        phase = .closed(reply, reason: Self.closing)
        return [.finish(.notSent(reply, reason: Self.closing)), .close]
    }

    mutating func concludeEmpty(_ reply: ServerReply, _ refusal: MailReply) -> [Action] {
        guard reply.code != 421 else { return lose(Self.closing, reply: masked(reply)) }
        needsReset = true
        phase = .ready
        return [.finish(.refused(refusal))]
    }

    /// A reply without addresses, which many servers repeat: the recipient's is personal, and the sender's has a token.
    private func masked(_ reply: ServerReply) -> MailReply {
        var reply = reply.mailReply
        reply.text = reply.text.replacing(recipient, with: "…").split(separator: " ").map { word in
            guard word.contains("@") else { return String(word) }
            return word.hasPrefix("<") ? "<…>" + (word.split(separator: ">").dropFirst().last ?? "") : "…"
        }.joined(separator: " ")
        return reply
    }
}
