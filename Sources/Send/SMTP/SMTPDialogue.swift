internal import Text

/// The client's side of SMTP (RFC 5321) as a state machine: bytes and events in, actions out. It neither reads clocks
/// nor does it know sockets.
package struct SMTPDialogue: Sendable {
    /// What whoever has the connection is to do, in this order.
    package enum Action: Sendable {
        case write([UInt8])
        /// Write the message, and call ``messageWritten()`` once all of it has been handed to the socket.
        case writeMessage(TransmittedMessage)
        /// Begin a TLS handshake, and call ``tlsStarted()`` after it.
        case startTLS
        /// The session is open for messages.
        case ready
        /// The session can't be opened.
        case fail(DeliveryFault)
        /// The message is done.
        case finish(DeliveryOutcome)
        /// Close the connection without writing anything that is still waiting.
        case close
    }

    package struct Options: Sendable {
        /// How the client introduces itself: a domain, or an address in brackets.
        package var clientName: String
        /// Whether STARTTLS is demanded. Without it, the session isn't opened.
        package var startsTLS: Bool
        /// Whether TLS has been started with the connection, or the server is on this machine.
        package var isPrivate: Bool
        package var credentials: SMTPCredentials?

        package init(clientName: String, startsTLS: Bool, isPrivate: Bool, credentials: SMTPCredentials?) {
            self.clientName = clientName
            self.startsTLS = startsTLS
            self.isPrivate = isPrivate
            self.credentials = credentials
        }
    }

    enum Phase: Sendable {
        case greeting
        case hello(isExtended: Bool)
        case startTLS
        case handshake
        /// With the responses to challenges that are still to come.
        case authentication([String])
        case ready
        /// Replies to the commands before the message are awaited.
        case envelope(Transaction)
        /// The message is being written.
        case message
        /// The final full stop has been handed over, and its reply is awaited.
        case end
        /// The same, for a message without recipients and without content.
        case emptyEnd(MailReply)
        case quitting
        case closed(MailReply?, reason: String)
    }

    let options: Options
    var phase = Phase.greeting
    var reader = ReplyReader()
    var server = ServerExtensions()
    var hasTLS = false
    /// Whether a transaction is open that the next message must not continue.
    var needsReset = false
    /// The recipient of the current message, whose address is masked in refusals.
    var recipient = ""

    package init(_ options: Options) {
        self.options = options
    }

    /// The most seconds that the current step may take; nil while nothing is awaited.
    package var timeLimit: Int? {
        switch phase {
        case .greeting, .hello, .startTLS, .authentication, .emptyEnd: SMTPTimeLimit.command
        case .handshake: SMTPTimeLimit.handshake
        case .envelope(let transaction):
            transaction.awaited.first == .data ? SMTPTimeLimit.data : SMTPTimeLimit.command
        case .message: SMTPTimeLimit.piece
        case .end: SMTPTimeLimit.end
        case .quitting: SMTPTimeLimit.quit
        case .ready, .closed: nil
        }
    }

    package mutating func receive(_ bytes: ArraySlice<UInt8>) -> [Action] {
        var rest = bytes
        var actions: [Action] = []
        do throws(ReplyReader.Fault) {
            while !isClosed, let reply = try reader.next(&rest) {
                actions += handle(reply)
                // Whatever was sent before the handshake could come from anybody (CVE-2011-0411).
                if case .handshake = phase, !rest.isEmpty {
                    actions.removeAll()
                    actions += lose("the server sent data after its reply to STARTTLS", isFinal: true)
                }
            }
        } catch {
            actions += lose(error.reason)
        }
        return actions
    }

    /// The connection is secured.
    package mutating func tlsStarted() -> [Action] {
        guard case .handshake = phase else { return [] }
        hasTLS = true
        // What the server offered before isn't known to come from it (RFC 3207, section 4.2).
        server = ServerExtensions()
        return hello(isExtended: true)
    }

    /// Ends the session.
    package mutating func quit() -> [Action] {
        guard case .ready = phase else { return lose("the connection was closed") }
        phase = .quitting
        return [command("QUIT")]
    }

    package mutating func timedOut() -> [Action] {
        let limit = timeLimit ?? 0
        let length = limit >= 120 ? "\(limit / 60) minutes" : limit.counted("second")
        return lose("the mail server didn't respond within \(length)")
    }

    /// The connection is gone, or of no use any more.
    ///
    /// - Parameter isFinal: whether trying again is useless.
    package mutating func lose(_ reason: String, isFinal: Bool = false, reply: MailReply? = nil) -> [Action] {
        let lost = phase
        phase = .closed(reply, reason: reason)
        return switch lost {
        case .greeting, .hello, .startTLS, .handshake, .authentication:
            [.fail(DeliveryFault(isFinal ? .permanent : .temporary, reason)), .close]
        case .envelope, .message: [.finish(.notSent(reply, reason: reason)), .close]
        case .end: [.finish(.uncertain(reason: reason)), .close]
        case .emptyEnd(let refusal): [.finish(.refused(refusal)), .close]
        case .ready, .quitting: [.close]
        case .closed: keep(lost)
        }
    }

    /// The first reason counts.
    private mutating func keep(_ phase: Phase) -> [Action] {
        self.phase = phase
        return []
    }

    private var isClosed: Bool {
        if case .closed = phase { true } else { false }
    }

    private mutating func handle(_ reply: ServerReply) -> [Action] {
        switch phase {
        case .greeting, .hello, .startTLS, .handshake, .authentication: open(reply)
        case .envelope(let transaction): proceed(transaction, reply)
        case .message: interrupt(reply)
        case .end: conclude(reply)
        case .emptyEnd(let refusal): concludeEmpty(reply, refusal)
        case .ready: lose(Self.closing, reply: reply.code == 421 ? reply.mailReply : nil)
        case .quitting: lose("the session was ended")
        case .closed: []
        }
    }

    static let closing = "the mail server closes the connection"
    static let confusion = "the mail server sent a reply that doesn't fit the command"

    func command(_ line: String) -> Action { .write(Array(line.utf8) + [0x0D, 0x0A]) }
}
