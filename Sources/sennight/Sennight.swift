import ArgumentParser
internal import Context
internal import Newsletter
internal import Settings
internal import Text

@main
struct Sennight: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sennight",
        abstract: "The newsroom of a community weekly: from the week's links to the published page.",
        version: Program.version,
        subcommands: [
            CollectCommand.self, SourcesCommand.self, CandidatesCommand.self, ChooseCommand.self, DraftCommand.self,
            AddCommand.self, MoveCommand.self, RemoveCommand.self, SortCommand.self, UndoCommand.self,
            StatusCommand.self, CheckCommand.self, ExplainCommand.self, CommentCommand.self, FinishCommand.self,
            CorrectCommand.self,
            RedirectCommand.self, FormerRedirectCommand.self, BuildCommand.self, ServeCommand.self, ReplayCommand.self,
            SearchCommand.self, MailCommand.self, SendCommand.self, PublishCommand.self, DKIMCommand.self,
            SubscribersCommand.self,
            SubscriptionsCommand.self, BouncesCommand.self, StoreCommand.self, InspectCommand.self, MergeCommand.self,
            MergeDriverCommand.self, IntakeCommand.self, InitCommand.self, AdoptCommand.self,
            ThemeCommand.self, SettingsCommand.self,
        ])

    static func main() async {
        Terminal.ignoreBrokenPipes()
        Program.exit(withStatus: await run(Program.words, in: LiveContext.context))
    }

    /// Runs one command and prints its messages.
    ///
    /// - Returns: the exit code: 0 success, 1 findings, 2 failure, 64 usage error.
    static func run(_ arguments: [String], in context: Context) async -> Int32 {
        var color = ColorChoice.auto
        do {
            var command = try parseAsRoot(arguments)
            if var located = command as? any PublicationCommand {
                color = located.publication.color
                located.publication.findAbove(context.files)
                command = located
            }
            guard let newsroomCommand = command as? any NewsroomCommand else {
                try command.run()
                return 0
            }
            return try await newsroomCommand.run(context).exitCode
        } catch let faults as Diagnostics {
            Terminal.report(faults, color: color)
        } catch let error as InvalidSettings {
            Terminal.report(error.faults, color: color)
        } catch let error as ExitCode {
            return error.rawValue
        } catch  where exitCode(for: error) == .failure {
            Terminal.say("\(error)")
        } catch {
            let words = exitCode(for: error) == .validationFailure ? CommandSuggestion.text(for: arguments) : nil
            let message: PrintableText = "\(lines: words ?? fullMessage(for: error))"
            // Help and the version are results, so they go to stdout.
            if exitCode(for: error) == .success { Terminal.print(message) } else { Terminal.say(message) }
            return exitCode(for: error).rawValue
        }
        return Outcome.failure.exitCode
    }
}
