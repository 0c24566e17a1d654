import ArgumentParser
internal import Context
internal import Desk
internal import Newsroom
internal import Settings
internal import Text

struct SubscriptionsServeCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the pages for subscribing, confirming and unsubscribing, and send confirmations.",
        discussion: """
            Put it behind a web server that speaks HTTPS at the URL of 'mail: { server: … }', and name that web server with
            --trust-proxy: otherwise all readers count as one network, from which 20 may subscribe in an hour.
            Guides/mail.md explains the set-up.
            """)

    @OptionGroup var publication: PublicationOptions

    @Option(help: ArgumentHelp("The port; 0 picks a free one.", valueName: "n"))
    var port = 8767

    @Option(help: ArgumentHelp("The IP address to listen on.", valueName: "address"))
    var host = "127.0.0.1"

    @Option(
        help: ArgumentHelp(
            "Believe the X-Forwarded-For of a proxy with this IP address; can be repeated. (default: none)",
            valueName: "address"))
    var trustProxy: [String] = []

    func validate() throws {
        guard 0...65_535 ~= port else { throw ValidationError("--port must be a number from 0 to 65535.") }
    }

    func run(_ session: DraftSession) async throws -> Outcome {
        let service = try await SubscriptionService.open(
            session, LiveStore.access, LiveContext.cryptography, LiveContext.mailRoute, say: { Terminal.say($0) })
        for notice in service.notices { Terminal.say(notice) }
        let server = SubscriptionServer(
            service.subscriptions, delivery: service.delivery, publication: session.publication,
            options: SubscriptionServer.Options(host: host, port: port, trustedProxies: trustProxy),
            say: { Terminal.say($0) }, announce: { Terminal.print($0) })
        try await server.run()
        return .success
    }
}
