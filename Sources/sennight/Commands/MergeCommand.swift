import ArgumentParser
internal import Context
internal import Newsroom
internal import Text

struct MergeCommand: NewsroomCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Merge three versions of an issue entry by entry, not line by line.",
        discussion: """
            Exit codes: 0 merged; 1 a conflict, written with git's markers around the entry; 2 could not merge, \
            nothing was \
            written. 'sennight merge-driver install' makes git run: sennight merge --driver %O %A %B %P.
            """)

    @Flag(
        help:
            "Act as git's merge driver: write the result to MAIN, and merge by lines what can't be merged by entries."
    )
    var driver = false

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file for the result. (default: stdout)", valueName: "file"))
    var output: String?

    @Argument(help: "The file with the version that both sides started from.")
    var base: String

    @Argument(help: "The file with the version to merge into.")
    var main: String

    @Argument(help: "The file with the version to merge.")
    var branch: String

    @Argument(help: ArgumentHelp("With --driver: the file's path in the repository, for messages.", valueName: "path"))
    var path: String?

    func validate() throws {
        if path != nil, !driver { throw ValidationError("A fourth file needs --driver.") }
        if output != nil, driver {
            throw ValidationError("With --driver, the result is written to MAIN. Leave out --output.")
        }
    }

    func run(_ context: Context) async throws -> Outcome {
        let versions = ThreeVersions(base: base, main: main, branch: branch, context: context)
        if driver {
            throw ExitCode(await MergeDriver(versions, path: path, context: context).exitCode(path ?? main))
        }
        let merged = try versions.merged()
        if let output {
            try context.files.write(output, merged.bytes)
        } else {
            Terminal.print(content: merged.bytes)
        }
        return .merged(merged, path: output ?? main)
    }
}
