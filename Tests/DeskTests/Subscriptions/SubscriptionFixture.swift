import Address
import Context
import HTTPTypes
import Hummingbird
import Newsletter
import Newsroom
import Send
import Settings
import Signing
import Store
import StoreSQLite
import Synchronization
import TestKit
import Text

@testable import Desk

/// A server's parts, with a store that is gone afterwards, a clock that the test sets, and an outbox in memory.
struct SubscriptionFixture {
    /// Noon on 1 July 2026.
    static let start = 1_782_907_200
    static let day = 86_400

    let store: SQLiteStore
    let time = TestTime()
    let outbox = TestOutbox()
    let subscriptions: Subscriptions
    let responder: SubscriptionResponder
    let delivery: ConfirmationDelivery
    let publication: Publication

    init(
        store: SQLiteStore? = nil, server: String = "https://mail.example.org/", language: String = "en",
        proxies: [String] = []
    ) async throws {
        self.store = if let store { store } else { try await SQLiteStore.temporary(now: Self.start) }
        var publication = Publication(title: "Weekly & <Co>", address: "https://weekly.example.org/")
        publication.language = language
        publication.mail.from = Mailbox(name: "Weekly", address: "weekly@example.org")
        publication.mail.server = server
        self.publication = publication
        var context = Context.failing
        context.clock = time.clock
        context.files = MemoryFiles().files
        let key = try Cryptography.live.newKey(.ed25519)
        context.secrets = Secrets { name in name == "SENNIGHT_DKIM_ED25519" ? key : nil }
        subscriptions = Subscriptions(
            store: self.store, cryptography: .live, clock: time.clock, confirmationDays: 7)
        _ = try await subscriptions.prepare()
        delivery = ConfirmationDelivery(
            subscriptions,
            mail: try ConfirmationMail(
                publication, PublicationLocation(root: "weekly"), context: context, cryptography: .live, days: 7),
            transport: outbox.transport, say: { [outbox] in outbox.print($0) })
        responder = SubscriptionResponder(
            subscriptions: subscriptions, pages: SubscriptionPages(publication), proxies: try TrustedProxies(proxies),
            limiter: SignUpLimiter(), patience: .seconds(60), say: { [outbox] in outbox.print($0) })
    }

    func request(
        _ method: HTTPRequest.Method, _ path: String, _ body: String = "",
        type: String? = "application/x-www-form-urlencoded", fields: HTTPFields = [:], peer: String = "192.0.2.1"
    ) async -> SubscriptionPage {
        var fields = fields
        if let type { fields[.contentType] = type }
        let head = HTTPRequest(
            method: method, scheme: nil, authority: "mail.example.org", path: path, headerFields: fields)
        return await responder.page(
            for: Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body))), peer: IPAddress(peer))
    }

    /// Signs somebody up, and returns the page.
    @discardableResult
    func signUp(_ address: String, peer: String = "192.0.2.1") async -> SubscriptionPage {
        await request(.post, "/subscribe", "address=\(address)", peer: peer)
    }

    /// Does what the server does beside requests.
    func deliver() async throws {
        while try await delivery.acceptSignUps() > 0 {}
        while try await delivery.sendNext() {}
    }

    /// The path of the link in the last message.
    func link() throws -> String {
        let text = outbox.texts.last ?? ""
        guard let match = text.firstMatch(of: /https:\/\/mail\.example\.org(\/[a-z]+\/[A-Za-z0-9_-]{40})/) else {
            throw StoreError(.damaged(detail: "no link in \(text)"))
        }
        return String(match.1)
    }

    func token(_ subscriber: Int, for purpose: SubscriberToken.Purpose, detail: Int = 0) async throws -> String {
        try await store.readSubscribers(.live, now: time.seconds) { subscribers in
            try subscribers.tokens().text(SubscriberToken(subscriber: subscriber, detail: detail), for: purpose)
        }
    }

    func add(_ address: String, _ state: SubscriberState) async throws -> Int {
        try await store.changeSubscribers(.live, now: time.seconds) { subscribers in
            let new = NewSubscriber(
                address: try MailAddress(address), state: state, consentTime: nil, consentSource: "test")
            guard case .added(let id) = try subscribers.add(new) else { throw StoreError(.rejected(statement: "add")) }
            return id
        }
    }

    func state(_ address: String) async throws -> SubscriberState? {
        try await store.readSubscribers(.live, now: time.seconds) { try $0.find(MailAddress(address))?.state }
    }

    /// Everything about everybody.
    func everything() async throws -> [Subscriber] {
        try await store.readSubscribers(.live, now: time.seconds) { subscribers in
            var all: [Subscriber] = []
            try subscribers.forEach { all.append($0) }
            return all
        }
    }
}

/// A clock that stands still until the test sets it.
final class TestTime: Sendable {
    private let now = Mutex(SubscriptionFixture.start)

    var seconds: Int {
        get { now.withLock(\.self) }
        set { now.withLock { $0 = newValue } }
    }

    var clock: Clock { Clock(now: { self.seconds * 1_000_000_000 }) }
}

/// Takes messages instead of a mail server, and keeps what is printed.
final class TestOutbox: Sendable {
    private let state = Mutex((messages: [OutgoingMessage](), faults: [DeliveryFault](), lines: [PrintableText]()))

    var messages: [OutgoingMessage] { state.withLock(\.messages) }
    var texts: [String] { messages.map { String(decoding: $0.bytes, as: UTF8.self) } }
    var lines: String { state.withLock { $0.lines.map(\.text).joined(separator: "\n") } }

    /// The next messages fail.
    func fail(_ faults: [DeliveryFault]) { state.withLock { $0.faults = faults } }

    func print(_ line: PrintableText) { state.withLock { $0.lines.append(line) } }

    var transport: MessageTransport {
        MessageTransport { message throws(DeliveryFault) in
            let fault = self.state.withLock { state -> DeliveryFault? in
                guard state.faults.isEmpty else { return state.faults.removeFirst() }
                state.messages.append(message)
                return nil
            }
            if let fault { throw fault }
        }
    }
}

extension SubscriptionPage {
    var text: String { String(buffer: html) }
}
