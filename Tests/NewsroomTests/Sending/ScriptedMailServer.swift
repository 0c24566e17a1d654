import Send
import Synchronization

/// A mail server that exists only in a test. It accepts messages, and does what a test's script says about some of them.
final class ScriptedMailServer: Sendable {
    enum Act: Sendable {
        case accept
        case refuse(Int, String?, String)
        /// Closes the connection without accepting the message.
        case drop(MailReply?)
        /// Accepts the message, and closes the connection before its reply.
        case acceptSilently
        /// Closes the connection before its reply, and doesn't accept the message.
        case loseSilently
    }

    private struct State {
        var received: [String] = []
        var open = 0
        var mostOpen = 0
        var opened = 0
        var log: [String] = []
    }

    private let state = Mutex(State())
    private let script: @Sendable (_ recipient: String, _ count: Int) -> Act
    private let opening: @Sendable (_ count: Int) throws(DeliveryFault) -> Void
    private let event: @Sendable (_ recipient: String) async -> Void

    /// - Parameters:
    ///   - script: what happens with the message to a recipient, by how many messages there were before.
    ///   - opening: may refuse the connection with a number.
    ///   - event: is called while a message is being received.
    init(
        script: @escaping @Sendable (_ recipient: String, _ count: Int) -> Act = { _, _ in .accept },
        opening: @escaping @Sendable (_ count: Int) throws(DeliveryFault) -> Void = { _ in },
        event: @escaping @Sendable (_ recipient: String) async -> Void = { _ in }
    ) {
        self.script = script
        self.opening = opening
        self.event = event
    }

    /// The recipients of all accepted messages.
    var received: [String] { state.withLock { $0.received } }
    var mostOpen: Int { state.withLock { $0.mostOpen } }
    /// What Postfix would have logged.
    var log: String { state.withLock { $0.log.map { $0 + "\n" }.joined() } }

    var delivery: MailDelivery {
        MailDelivery(destination: "scripted") { () throws(DeliveryFault) in
            let count = self.state.withLock { state in
                state.opened += 1
                return state.opened
            }
            try self.opening(count)
            self.state.withLock { state in
                state.open += 1
                state.mostOpen = max(state.mostOpen, state.open)
            }
            return Connection(server: self)
        }
    }

    private func deliver(_ message: OutgoingMessage) async -> DeliveryOutcome {
        await event(message.recipient)
        let identifier = Self.identifier(String(decoding: message.bytes, as: UTF8.self))
        return state.withLock { state in
            let count = state.received.count
            func accept() -> MailReply {
                state.received.append(message.recipient)
                let name = "Q\(count)"
                state.log.append("Jul  1 12:00:00 mx postfix/cleanup[7]: \(name): message-id=<\(identifier)>")
                state.log.append(
                    "Jul  1 12:00:00 mx postfix/qmgr[8]: \(name): from=<b@example.org>, size=9, nrcpt=1 (queue active)")
                return MailReply(code: 250, enhanced: "2.0.0", text: "Ok: queued as \(name)")
            }
            switch script(message.recipient, count) {
            case .accept: return .accepted(accept())
            case .refuse(let code, let enhanced, let text):
                return .refused(MailReply(code: code, enhanced: enhanced, text: text))
            case .drop(let reply): return .notSent(reply, reason: "the server closed the connection")
            case .acceptSilently:
                _ = accept()
                return .uncertain(reason: "the connection was lost")
            case .loseSilently: return .uncertain(reason: "the connection was lost")
            }
        }
    }

    /// The Message-ID of a whole message; other texts consist of nothing else.
    private static func identifier(_ text: String) -> String {
        guard let start = text.firstRange(of: "Message-ID: <")?.upperBound else { return text }
        return String(text[start...].prefix { $0 != ">" })
    }

    private struct Connection: MailConnection {
        let server: ScriptedMailServer

        func deliver(_ message: OutgoingMessage) async -> DeliveryOutcome { await server.deliver(message) }
        func close() async { server.state.withLock { $0.open -= 1 } }
    }
}
