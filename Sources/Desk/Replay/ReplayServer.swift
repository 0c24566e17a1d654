package import Context
internal import Hummingbird
internal import Logging
internal import Newsletter
package import Text

/// A server on this machine that replays recorded responses, for demonstrations and tests without a network.
package struct ReplayServer: Sendable {
    private let files: Files
    private let folder: String
    private let port: Int
    /// Prints messages.
    private let say: @Sendable (PrintableText) -> Void
    /// Prints the endpoint, such as `127.0.0.1:8766`, once the server accepts connections.
    private let announce: @Sendable (PrintableText) -> Void

    package init(
        files: Files, folder: String, port: Int, say: @escaping @Sendable (PrintableText) -> Void,
        announce: @escaping @Sendable (PrintableText) -> Void
    ) {
        self.files = files
        self.folder = folder
        self.port = port
        self.say = say
        self.announce = announce
    }

    /// Answers requests until the task is cancelled.
    ///
    /// - Throws: ``Diagnostics`` and ``FileError`` if recorded responses can't be read; a ``Diagnostic`` if the
    ///   port is in use.
    package func run() async throws {
        let answers = try RecordedAnswers(files, in: folder)
        let responder = ReplayResponder(answers: answers, say: say)
        let application = Application(
            responder: GuardedResponder(
                inner: CallbackResponder<BasicRequestContext> { request, _ in
                    try await responder.response(to: request)
                }, hosts: AllowedHosts()
            ) { nil },
            server: .http1(configuration: .init(idleTimeout: .seconds(30))),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port), serverName: nil),
            onServerRunning: { [announce, say] channel in
                say("\(answers.all.count.counted("recorded response"))")
                announce("127.0.0.1:\(channel.localAddress?.port ?? 0)")
            },
            logger: Logger(label: "sennight.replay") { _ in SwiftLogNoOpLogHandler() })
        try await application.serve(on: port)
    }
}
