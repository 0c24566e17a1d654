import ArgumentParser
internal import Context
internal import Desk
internal import Newsroom
internal import Settings
internal import Text

struct ServeCommand: NewsroomCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Build the site, serve it on this machine, and build it again whenever a file changes.",
        discussion: """
            It shows the open draft at /draft/, with what the checks find, and the mail of an issue at /mail/NUMBER/, with \
            its text part at /mail/NUMBER/text.
            """)

    @OptionGroup var publication: PublicationOptions

    @Option(help: ArgumentHelp("The port; 0 picks a free one.", valueName: "n"))
    var port = 8765

    @Option(
        help: ArgumentHelp(
            "Also answer requests for this host name, such as that of a proxy; can be repeated.", valueName: "name"))
    var host: [String] = []

    @Option(
        help: ArgumentHelp(
            "How many seconds a connection may take to send a request, or stay idle between two requests.",
            valueName: "seconds"
        ))
    var idleTimeout = 30

    func validate() throws {
        guard 1...3600 ~= idleTimeout else { throw ValidationError("--idle-timeout must be from 1 to 3600 seconds.") }
        guard 0...65_535 ~= port else { throw ValidationError("--port must be a number from 0 to 65535.") }
    }

    func run(_ context: Context) async throws -> Outcome {
        let server = DevelopmentServer(
            context: context, location: publication.location, port: port, jobs: context.environment.processors,
            program: context.environment.fingerprint(), hosts: host, idleTimeout: .seconds(idleTimeout),
            mail: { [location = publication.location] issue in
                let mail = try await IssueMail(
                    of: issue, location, context: context, cryptography: LiveContext.cryptography, tokens: .preview)
                return MailPreview(html: mail.html, text: mail.text)
            },
            say: { Terminal.say($0) }, announce: { Terminal.print($0) })
        try await server.run()
        return .success
    }
}
