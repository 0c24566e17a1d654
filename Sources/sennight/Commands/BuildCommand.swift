import ArgumentParser
internal import Build
internal import Context
internal import Live
internal import Newsletter
internal import Settings
internal import Text

struct BuildCommand: AsyncParsableCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Build the site: pages, feeds, calendars.",
        discussion: """
            Either the whole new site is published or the old one stays. Files in the output that no build made are \
            never touched; the build before is kept beside the output as .NAME.previous. Files of the site that were \
            changed or removed since the last build are written again. Symbolic links in an output are never followed.
            """)

    @OptionGroup var publication: PublicationOptions

    @Option(help: ArgumentHelp("Where the site goes. (default: site at the publication's root)", valueName: "dir"))
    var output: String?

    @Option(
        help: ArgumentHelp("How many files are worked on at once. (default: the number of processors)", valueName: "n"))
    var jobs: Int?

    @Flag(help: "Publish into a folder with other files in it that no build made.")
    var adopt = false

    @Flag(
        help: """
            Compare the contents of every file with what is built, list those that differ and write them again. \
            Exits with 1 if there were any.
            """)
    var verify = false

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
    }

    func run() async throws {
        let context = Context.live
        let jobs = jobs ?? Program.processorCount
        let output = output ?? publication.location.path("site")
        let folder = FolderPublisher(folder: output, jobs: jobs, adopts: adopt, verifies: verify)
        let builder = Builder(
            context: context, location: publication.location, publisher: folder.publisher, jobs: jobs,
            program: Program.fingerprint(context.files))
        let started = context.clock.now()
        var memory = BuildMemory()
        let report = try await builder.build(remembering: &memory)
        let milliseconds = (context.clock.now() - started) / 1_000_000
        let published = report.published
        Terminal.say(
            "\(report.publication.title): \(report.issues) issues, \(published.written) files written, "
                + "\(published.unchanged) unchanged, \(published.removed) removed, in \(milliseconds) ms")
        guard verify else { return Terminal.print("\(output)") }
        for difference in published.differences {
            Terminal.print("\(output)/\(difference.path): \(difference.kind.text)")
        }
        if !published.differences.isEmpty { throw ExitCode(1) }
    }
}

extension PublishReport.Difference.Kind {
    fileprivate var text: String {
        switch self {
        case .missing: "was missing"
        case .otherContent: "had other content"
        case .leftOver: "is no longer part of the site and was removed"
        }
    }
}
