import ArgumentParser
internal import Context
internal import Newsletter
internal import Newsroom
internal import Settings
internal import Text

struct BuildCommand: NewsroomCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Build the site: pages, feeds, calendars.",
        discussion: """
            Either the whole new site is published, or the old site stays. Files in the output folder that no build \
            made are \
            never touched; the previous build is kept next to the output as .NAME.previous. Files of the site that \
            were \
            changed or removed since the last build are written again. Symbolic links in an output are never followed.
            """)

    @OptionGroup var publication: PublicationOptions

    @Option(help: ArgumentHelp("The output folder. (default: site in the publication's folder)", valueName: "dir"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "The number of files to process at the same time. (default: the number of processors)", valueName: "n"))
    var jobs: Int?

    @Flag(help: "Publish into a folder that contains files that Sennight didn't write.")
    var adopt = false

    @Flag(
        help: """
            Compare the content of every file with the build, list the files that differ, and write them again. \
            Exits with 1 if a file differed.
            """)
    var verify = false

    /// How many URLs that lead nowhere are listed.
    private static let mostWarnings = 20

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
    }

    func run(_ context: Context) async throws -> Outcome {
        let place = PublishingPlace(
            folder: output ?? publication.location.path("site"), jobs: jobs ?? context.environment.processors,
            adopts: adopt, verifies: verify)
        let started = context.clock.now()
        let site: SiteBuild.Site
        switch try await SiteBuild(publication.location, context: context).build(into: place) {
        case .published(let published): site = published
        case .refused(let faults): return .found(faults, color: publication.color)
        }
        let milliseconds = (context.clock.now() - started) / 1_000_000
        let published = site.published
        Terminal.say(
            "\(site.title): \(site.issues.counted("issue")), \(published.written.counted("file")) written, "
                + "\(published.unchanged) unchanged, \(published.removed) removed, in \(milliseconds) ms")
        for issue in site.heldBack { Terminal.say("\(issue.file) is held back (\(issue.reason)).") }
        let isColored = publication.color.isWanted(on: .messages)
        for warning in site.warnings.prefix(Self.mostWarnings) { Terminal.say(warning.printed(isColored: isColored)) }
        let others = site.warnings.count - Self.mostWarnings
        if others > 0 { Terminal.say("\(others.counted("more URL leads", "more URLs lead")) nowhere.") }
        if !verify { Terminal.print("\(place.folder)") }
        for file in published.differences { Terminal.print("\(place.folder)/\(file.path): \(file.kind.description)") }
        return published.differences.isEmpty ? .success : .findings
    }
}
