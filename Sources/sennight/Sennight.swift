import ArgumentParser
internal import Context
internal import Newsletter
internal import Settings
internal import Text

@main
struct Sennight: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sennight",
        abstract: "The newsroom of a community weekly: from the week's material to the reader.",
        version: Program.version,
        subcommands: [
            CollectCommand.self, SourcesCommand.self, CandidatesCommand.self, ChooseCommand.self, DraftCommand.self,
            AddCommand.self, MoveCommand.self, RemoveCommand.self, SortCommand.self, UndoCommand.self,
            StatusCommand.self, CheckCommand.self, ExplainCommand.self, CommentCommand.self, FinishCommand.self,
            RedirectCommand.self, FormerRedirectCommand.self, BuildCommand.self, ServeCommand.self, ReplayCommand.self,
            SearchCommand.self, InspectCommand.self, MergeCommand.self, MergeDriverCommand.self, IntakeCommand.self,
            InitCommand.self,
            ThemeCommand.self,
        ])

    /// Exit codes: 0 success, 1 findings, 2 failure, 64 usage error.
    static func main() async {
        Terminal.ignoreBrokenPipes()
        var color = ColorChoice.auto
        do {
            var command = try parseAsRoot()
            if let command = command as? any PublicationCommand { color = command.publication.color }
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let faults as Diagnostics {
            Terminal.report(faults, color: color)
            Program.exit(withStatus: 2)
        } catch let error as InvalidSettings {
            Terminal.report(error.faults, color: color)
            Program.exit(withStatus: 2)
        } catch let error as ExitCode {
            Program.exit(withStatus: error.rawValue)
        } catch {
            if exitCode(for: error) == .failure {
                Terminal.say("\(error)")
                Program.exit(withStatus: 2)
            }
            let message: PrintableText = "\(lines: fullMessage(for: error))"
            // Help and the version are results that were requested.
            if exitCode(for: error) == .success { Terminal.print(message) } else { Terminal.say(message) }
            Program.exit(withStatus: exitCode(for: error).rawValue)
        }
    }
}
