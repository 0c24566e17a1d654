import ArgumentParser
internal import Context
internal import Desk
internal import Text

struct ReplayCommand: NewsroomCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Serve recorded answers instead of the web, for demonstrations and tests.",
        discussion: """
            Prints the endpoint that the server listens on. If SENNIGHT_REPLAY is set to that endpoint, every other \
            command sends its \
            requests there instead of to the web.
            """)

    @Argument(help: "A folder of recorded answers: files that end in .http.", completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp("The port; 0 picks a free one.", valueName: "n"))
    var port = 8766

    func validate() throws {
        guard 0...65_535 ~= port else { throw ValidationError("--port must be a number from 0 to 65535.") }
    }

    func run(_ context: Context) async throws -> Outcome {
        let server = ReplayServer(
            files: context.files, folder: folder, port: port, say: { Terminal.say($0) },
            announce: { Terminal.print($0) })
        try await server.run()
        return .success
    }
}
