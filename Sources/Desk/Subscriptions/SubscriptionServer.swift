internal import Hummingbird
internal import Logging
internal import NIOCore
package import Newsletter
package import Newsroom
package import Text

/// The public server on which readers subscribe, confirm and unsubscribe, and nothing else.
package struct SubscriptionServer: Sendable {
    /// Where and how the server listens.
    package struct Options: Sendable {
        /// The IP address, or name, to listen on.
        package var host: String
        package var port: Int
        /// The IP addresses of proxies whose `X-Forwarded-For` is believed.
        package var trustedProxies: [String]
        /// How long a connection may take for a request's head, for its body, and between two requests.
        package var patience: Duration
        /// How many connections are open at once; further ones wait.
        package var connections: Int

        package init(
            host: String = "127.0.0.1", port: Int, trustedProxies: [String] = [], patience: Duration = .seconds(10),
            connections: Int = 1000
        ) {
            self.host = host
            self.port = port
            self.trustedProxies = trustedProxies
            self.patience = patience
            self.connections = connections
        }
    }

    private let subscriptions: Subscriptions
    private let delivery: ConfirmationDelivery
    private let publication: Publication
    private let options: Options
    /// Prints messages, which contain no address.
    private let say: @Sendable (PrintableText) -> Void
    /// Prints the URL once the server accepts connections.
    private let announce: @Sendable (PrintableText) -> Void

    package init(
        _ subscriptions: Subscriptions, delivery: ConfirmationDelivery, publication: Publication, options: Options,
        say: @escaping @Sendable (PrintableText) -> Void, announce: @escaping @Sendable (PrintableText) -> Void
    ) {
        self.subscriptions = subscriptions
        self.delivery = delivery
        self.publication = publication
        self.options = options
        self.say = say
        self.announce = announce
    }

    /// Serves until it is cancelled.
    ///
    /// - Throws: a ``Diagnostic`` if the address of a proxy isn't one; ``StoreError``; the system's error if the port is
    ///   in use.
    package func run() async throws {
        let proxies = try TrustedProxies(options.trustedProxies)
        let interrupted = try await subscriptions.prepare()
        if interrupted > 0 {
            say("\(interrupted) confirmations may have been sent just before the server ended; they aren't sent again")
        }
        let pages = SubscriptionPages(publication)
        let logger = Logger(label: "sennight.subscriptions") { _ in SwiftLogNoOpLogHandler() }
        let responder = SubscriptionResponder(
            subscriptions: subscriptions, pages: pages, proxies: proxies, limiter: SignUpLimiter(),
            patience: options.patience, say: say)
        let application = Application(
            responder: responder,
            server: .http1(
                configuration: .init(
                    idleTimeout: TimeAmount(options.patience),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 8192, maxHeaderListSize: 16_384, maxHeaderFieldCount: 100))),
            configuration: ApplicationConfiguration(
                address: .hostname(options.host, port: options.port), serverName: nil,
                availableConnectionsDelegate: .maximum(options.connections, logger: logger)),
            onServerRunning: { [announce, options] channel in
                let host = options.host.contains(":") ? "[\(options.host)]" : options.host
                announce("http://\(host):\(channel.localAddress?.port ?? 0)\(pages.base)subscribe")
            },
            logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.serve(on: options.port) }
            group.addTask { await delivery.run() }
            try await group.next()
            group.cancelAll()
        }
    }
}
