import ArgumentParser
internal import Check
internal import Context
internal import Markdown
internal import Newsletter
internal import Settings
internal import Text

struct CheckCommand: AsyncParsableCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find what would have to be repaired after publishing.",
        discussion: """
            Without paths it checks the draft, against the archive. Exit 0: nothing but hints. 1: errors or warnings. \
            2: a file could not be checked.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
        case text, json, github, sarif
    }

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: CheckChoice

    @Option(help: ArgumentHelp("Show only what was brought in since a revision.", valueName: "rev"))
    var since: String?

    @Flag(help: "Mend what can be mended without asking, and show the rest.")
    var fix = false

    @Flag(help: "Ask every link, too: dead, moved, walled and old ones.")
    var links = false

    @Option(help: ArgumentHelp("How many links of one host are asked at once.", valueName: "n"))
    var connectionsPerHost = 2

    @Option(help: "How to show it: text, json, github (annotations) or sarif.")
    var format = Format.text

    @Argument(help: ArgumentHelp("Issues, or folders of issues.", valueName: "path"), completion: .file())
    var paths: [String] = []

    func validate() throws {
        if !(1...1000).contains(connectionsPerHost) {
            throw ValidationError("--connections-per-host is a number from 1 to 1000.")
        }
        if !links, let name = choice.selected.sorted().first(where: CheckNames.needsWeb) {
            throw ValidationError("'\(name)' asks the web: say --links, too.")
        }
        if fix, since != nil { throw ValidationError("--fix mends whole files; leave --since out.") }
    }

    func run() async throws {
        do {
            try await check()
        } catch let error as Diagnostics {
            // Exit 1 is for findings in issues.
            Terminal.say("\(error)")
            throw ExitCode(2)
        }
    }

    private func check() async throws {
        let session = try DraftSession(publication.location)
        let checks = try await CheckSession(session, selected: choice.selected, ignored: choice.ignoring.ignored)
        let wanted = try CheckedFiles(paths, session)
        var (judged, faults) = (try await judge(wanted.files, session, checks), wanted.faults)
        faults += judged.faults
        var since = since.map { SinceRevision($0, git: session.context.git, checks: checks) }
        let online = links ? try await asked(&judged.all, checks, &since) : nil
        var findings: [Finding] = []
        for judged in judged.all {
            findings += try await since?.findings(of: judged) ?? judged.findings
            findings += online?.findings.filter { $0.file == judged.file } ?? []
        }
        faults += online?.fault.map { [$0] } ?? []
        report(findings, on: judged.all)
        for fault in faults { Terminal.say("\(fault)") }
        guard faults.isEmpty else { throw ExitCode(2) }
        guard findings.allSatisfy({ $0.severity == .hint }) else { throw ExitCode(1) }
    }

    /// What the web says of the links.
    private func asked(
        _ all: inout [CheckSession.Judged], _ checks: CheckSession, _ since: inout SinceRevision?
    ) async throws -> (findings: [Finding], fault: Diagnostic?) {
        var links = LinkCollection(checks.surroundings)
        for index in all.indices {
            let new = try await since?.newLines(of: all[index])
            if let found = all[index].links { links.add(found) { new?.contains($0) ?? true } }
            all[index].links = nil
        }
        return try await LinkRun(
            location: publication.location, surroundings: checks.surroundings, perHost: connectionsPerHost,
            selected: choice.selected, ignored: choice.ignoring.ignored
        ).findings(in: links)
    }

    private func mend(_ files: inout [CheckedFile], _ session: DraftSession, _ checks: CheckSession) throws {
        var mending = Mending(session: session, fixer: checks.fixer)
        for index in files.indices {
            // What is no issue is told below.
            if let bytes = try? mending.mend(files[index]) { files[index].bytes = bytes }
        }
        try mending.write()
    }

    /// - Returns: also what keeps files from being issues.
    private func judge(_ files: [CheckedFile], _ session: DraftSession, _ checks: CheckSession) async throws
        -> (all: [CheckSession.Judged], faults: [Diagnostic])
    {
        var files = files
        var (all, faults): ([CheckSession.Judged], [Diagnostic]) = ([], [])
        if fix { try mend(&files, session, checks) }
        let outcomes = await Window.map(files, jobs: Program.processorCount) { [links] file in
            Result { () throws(Diagnostics) in
                try checks.judge(file.bytes, file: file.path, takingLinks: links)
            }
        }
        for outcome in outcomes {
            switch outcome {
            case .success(let judged): all.append(judged)
            case .failure(let error): faults += error.all
            }
        }
        return (all, faults)
    }

    private func report(_ findings: [Finding], on files: [CheckSession.Judged]) {
        let report: any Report =
            switch format {
            case .text: TextReport(isColored: publication.color.isWanted(on: 1))
            case .json: JSONReport()
            case .github: GitHubReport()
            case .sarif: SARIFReport(version: Program.version)
            }
        let texts = Dictionary(files.map { ($0.file, $0.source) }) { first, _ in first }
        Terminal.print(report.text(findings, texts: texts), endsLine: false, hasCommands: format == .github)
        let mendable = findings.count { $0.fixes.contains(where: \.isSafe) }
        Terminal.say(
            "\(files.count) \(files.count == 1 ? "file" : "files") checked, found \(FindingCounts.words(findings))"
                + (mendable == 0 ? "." : "; --fix mends \(mendable)."))
    }
}
