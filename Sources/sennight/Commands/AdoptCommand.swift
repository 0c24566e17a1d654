import ArgumentParser
internal import Context
internal import Newsletter
internal import Newsroom
internal import Text

struct AdoptCommand: NewsroomCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Move a weekly in from Jekyll, Hugo, Pelican or a plain folder.",
        discussion: """
            Reads the configuration and every issue, builds the site into a folder of its own, and reports what was \
            read, held back and refused. The folder stays as it is; --write adds sennight.yaml.
            """)

    @Flag(help: "Write sennight.yaml; an existing file is never overwritten.")
    var write = false

    @Option(help: ArgumentHelp("The folder for the site. (default: a new temporary folder)", valueName: "dir"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "A build of the old site, with which URLs and heading ids are compared. (default: the issues' own links)",
            valueName: "dir"))
    var against: String?

    @Argument(help: ArgumentHelp("The folder with the weekly.", valueName: "dir"))
    var folder = "."

    func run(_ context: Context) async throws -> Outcome {
        do {
            let report = try await Adoption(of: folder, context: context).run(
                output: output, against: against, isWritten: write)
            for line in report.lines { Terminal.print(line) }
            Terminal.print("\(report.output)")
            if let file = report.written {
                Terminal.say("Wrote \(file). Build the site with: sennight build --publication \(folder)")
            } else {
                Terminal.print("\(lines: report.settings)", endsLine: false)
                Terminal.say("Nothing was changed. To write these settings: sennight adopt --write \(folder)")
            }
            return .success
        } catch let faults as Diagnostics {
            Terminal.report(faults, color: .auto)
            return .failure
        }
    }
}
