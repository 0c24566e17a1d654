import ArgumentParser
internal import Context
internal import Draft
internal import Live
internal import Newsletter
internal import Text

struct MergeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Merge three versions of an issue by its entries, not by its lines.",
        discussion: """
            Exit 0: merged. 1: a conflict, written with git's markers around the entry. 2: could not merge; nothing was \
            written. As git's merge driver, which 'sennight init --git' sets up: sennight merge --driver %O %A %B %P.
            """)

    @Flag(
        help: "Be git's merge driver: the result goes to MAIN, and what cannot be merged by entries is merged by lines."
    )
    var driver = false

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where the result goes. (default: the standard output)", valueName: "file"))
    var output: String?

    @Argument(help: "The version that both sides began from.")
    var base: String

    @Argument(help: "The version to merge into.")
    var main: String

    @Argument(help: "The version to merge.")
    var branch: String

    @Argument(help: ArgumentHelp("With --driver: the file's path in the repository, for messages.", valueName: "path"))
    var path: String?

    func validate() throws {
        if path != nil, !driver { throw ValidationError("Three files are merged; a fourth is for --driver.") }
        if output != nil, driver { throw ValidationError("With --driver the result goes to MAIN; leave --output out.") }
    }

    func run() async throws {
        let files = Context.live.files
        if driver {
            let driver = MergeDriver(
                files: files, git: Context.live.git, base: base, main: main, branch: branch, path: path)
            throw ExitCode(await driver.run())
        }
        let outcome = try mergedOrRefused(files)
        if let output { try files.write(output, outcome.bytes) } else { Terminal.print(content: outcome.bytes) }
        MergeReport.say(outcome, path: output ?? main)
        if !outcome.conflicts.isEmpty { throw ExitCode(1) }
    }

    /// What is no issue is no finding: the command could not do its work.
    private func mergedOrRefused(_ files: Files) throws -> IssueMerge.Outcome {
        do {
            let versions = try [base, main, branch].map {
                MergeGuard.Version(name: $0, bytes: try files.read($0, atMost: Files.largestText))
            }
            try MergeGuard.check(base: versions[0], main: versions[1], branch: versions[2])
            return IssueMerge.merge(base: versions[0].bytes, main: versions[1].bytes, branch: versions[2].bytes)
        } catch let error as Diagnostics {
            Terminal.say("\(error)")
            throw ExitCode(2)
        } catch let error as FileError {
            Terminal.say("\(error)")
            throw ExitCode(2)
        }
    }
}

/// Tells what a merge decided.
enum MergeReport {
    static func say(_ outcome: IssueMerge.Outcome, path: String) {
        for note in outcome.notes { Terminal.say("\(path): note: \(note).") }
        for conflict in outcome.conflicts {
            Terminal.say("\(path): conflict: \(conflict). Keep one of the two between the markers.")
        }
    }
}
