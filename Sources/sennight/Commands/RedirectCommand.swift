import ArgumentParser
internal import Newsroom
internal import Settings
internal import Text

struct RedirectCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "redirect",
        abstract: "Set where a permanent URL redirects to: /jobs, or /issues/N/discuss.",
        usage: "sennight redirect jobs URL\nsennight redirect NUMBER discuss URL",
        discussion: "The target is written to points.yaml at the publication's root; commit that file with the issue.")

    @OptionGroup var publication: PublicationOptions

    @Argument(help: ArgumentHelp("'jobs', or an issue's number and 'discuss'; then the target.", valueName: "what"))
    var arguments: [String]

    private func parsed() throws -> (RedirectEditing.Permanent, url: String) {
        if arguments.count == 2, arguments[0] == "jobs" { return (.jobs, arguments[1]) }
        if arguments.count == 3, arguments[1] == "discuss", let number = Int(arguments[0]), number > 0 {
            return (.discussion(of: number), arguments[2])
        }
        throw ValidationError("Write 'sennight redirect jobs URL' or 'sennight redirect 665 discuss URL'.")
    }

    func validate() throws {
        _ = try parsed()
    }

    func run(_ session: DraftSession) async throws -> Outcome {
        let (permanent, url) = try parsed()
        let outcome = try await RedirectEditing(session).set(permanent, to: url)
        if let leads = outcome.overridden {
            Terminal.say(
                "The address still redirects to \(leads), because 'redirects:' in"
                    + " \(session.location.settings) takes precedence."
            )
        }
        Terminal.print("\(outcome.file)")
        return .success
    }
}

/// The old name of `sennight redirect`.
struct FormerRedirectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "point", shouldDisplay: false)

    @Argument(parsing: .captureForPassthrough)
    var arguments: [String] = []

    func validate() throws {
        throw ValidationError("'sennight point' is now 'sennight redirect'.")
    }
}
