import ArgumentParser
internal import Context
internal import Newsroom
internal import Text

struct MergeCommand: NewsroomCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Merge three versions of an issue by its entries, not by its lines.",
        discussion: """
            Exit 0: merged. 1: a conflict, written with git's markers around the entry. 2: could not merge; nothing was \
            written. As git's merge driver, which 'sennight merge-driver install' sets up: sennight merge --driver %O %A %B %P.
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

    func run(_ context: Context) async throws -> Outcome {
        let versions = ThreeVersions(base: base, main: main, branch: branch, context: context)
        if driver { throw ExitCode(await drive(versions, context)) }
        let merged = try versions.merged()
        if let output {
            try context.files.write(output, merged.bytes)
        } else {
            Terminal.print(content: merged.bytes)
        }
        return report(merged, path: output ?? main)
    }

    /// git takes every exit from 1 to 128 as a conflict whose result is in MAIN; 129 stops it.
    private func drive(_ versions: ThreeVersions, _ context: Context) async -> Int32 {
        let name = path ?? main
        switch await MergeDriver(versions, path: path, context: context).merge() {
        case .byEntries(let merged): return report(merged, path: name) == .success ? 0 : 1
        case .byLines(let why):
            Terminal.say("\(name): not merged by entries: \(why)")
            return 1
        case .failed(let why):
            for line in why { Terminal.say("\(line)") }
            Terminal.say("\(name): could not be merged at all; git stops here, and both versions are untouched.")
            return 129
        }
    }

    private func report(_ merged: ThreeVersions.Outcome, path: String) -> Outcome {
        for note in merged.notes { Terminal.say("\(path): note: \(note).") }
        for conflict in merged.conflicts {
            Terminal.say("\(path): conflict: \(conflict). Keep one of the two between the markers.")
        }
        return merged.conflicts.isEmpty ? .success : .findings
    }
}
