import ArgumentParser
internal import Newsletter
internal import Newsroom
internal import Text

struct CheckCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find mistakes before you publish.",
        discussion: """
            Without paths, the draft is checked and compared with the archive. Exit codes: 0 no findings, or only \
            hints; 1 errors or \
            warnings; 2 a file could not be checked.
            """)

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: CheckChoice

    @Option(help: ArgumentHelp("Show only findings that are new since a revision.", valueName: "rev"))
    var since: String?

    @Flag(help: "Fix what can be fixed safely, and show the other findings.")
    var fix = false

    @Flag(help: "Also request every link, to find dead, moved, paywalled and old ones.")
    var links = false

    @Option(help: ArgumentHelp("The number of simultaneous requests to one host.", valueName: "n"))
    var connectionsPerHost = 2

    @Option(help: "The format: text, json, github (annotations) or sarif.")
    var format = CheckFormat.text

    @Argument(help: ArgumentHelp("Issues, or folders of issues.", valueName: "path"), completion: .file())
    var paths: [String] = []

    func validate() throws {
        if !(1...1000).contains(connectionsPerHost) {
            throw ValidationError("--connections-per-host must be a number from 1 to 1000.")
        }
        if !links, let check = choice.selected.sorted().first(where: CheckCatalog.needsWeb) {
            throw ValidationError("'\(check)' needs the web. Add --links.")
        }
        if fix, since != nil { throw ValidationError("--fix changes whole files; leave out --since.") }
    }

    func run(_ session: DraftSession) async throws -> Outcome {
        var choice = CheckRun.Choice()
        choice.selected = self.choice.selected
        choice.ignored = self.choice.ignoring.ignored
        choice.since = since
        choice.fixes = fix
        choice.links = links
        choice.connectionsPerHost = connectionsPerHost
        let outcome = try await format.report(CheckRun(session, choice), paths, links: links, color: publication.color)
        return !outcome.faults.isEmpty ? .failure : outcome.hasFindings ? .findings : .success
    }
}
