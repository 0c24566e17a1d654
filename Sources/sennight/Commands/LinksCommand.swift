import ArgumentParser
internal import Check
internal import Context
internal import Live
internal import Markdown
internal import Newsletter
internal import Settings

/// The online checks alone, for tests and benchmarks.
struct LinksCommand: AsyncParsableCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "links", abstract: "Ask the links of issues.", shouldDisplay: false)

    @OptionGroup var publication: PublicationOptions

    @Option(help: ArgumentHelp("How many links of one host are asked at once.", valueName: "n"))
    var connectionsPerHost = 2

    @Argument(help: ArgumentHelp("Issues.", valueName: "file"), completion: .file())
    var files: [String]

    func validate() throws {
        if !(1...1000).contains(connectionsPerHost) {
            throw ValidationError("--connections-per-host is a number from 1 to 1000.")
        }
    }

    func run() async throws {
        let settings = try publication.location.publication(.live)
        let reader = IssueReader(rules: SectionRules(settings.sections))
        let surroundings = Surroundings(publication: settings)
        var links = LinkCollection(surroundings)
        var texts: [String: SourceText] = [:]
        for file in files {
            let document = try Document(try Files.live.read(file), file: file, reader: reader)
            links.add(document)
            texts[file] = document.source
        }
        let run = LinkRun(location: publication.location, surroundings: surroundings, perHost: connectionsPerHost)
        let findings = try await run.findings(in: links)
        Terminal.print(TextReport(isColored: Terminal.usesColor(1)).bytes(findings, texts: texts))
        if findings.contains(where: { $0.severity != .hint }) { throw ExitCode(1) }
    }
}
