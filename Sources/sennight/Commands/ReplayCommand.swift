import ArgumentParser
internal import Context
internal import Desk
internal import Text

struct ReplayCommand: NewsroomCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Serve recorded answers in place of the web, for demonstrations and tests.",
        discussion: """
            It prints the endpoint at which it answers. With that endpoint in SENNIGHT_REPLAY, every other command asks \
            there instead of going into the web.
            """)

    @Argument(help: "A folder of recorded answers: files that end in .http.", completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp("The port; 0 takes a free one.", valueName: "n"))
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
