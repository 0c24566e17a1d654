internal import Context
internal import Draft
internal import Newsletter
internal import Text

/// Merges for git (gitattributes(5), "Defining a custom merge driver").
///
/// git takes every exit from 1 to 128 as a conflict whose result lies in `%A`: a driver that wrote nothing would silently
/// drop the branch. So what cannot be merged by entries is merged by git's own lines, and only where nothing can be
/// written is the exit 129, which stops git.
struct MergeDriver {
    let files: Files
    let git: Git
    let base: String
    let main: String
    let branch: String
    let path: String?

    /// The exit code.
    func run() async -> Int32 {
        let name = path ?? main
        do {
            let versions = try [base, main, branch].map {
                MergeGuard.Version(name: name, bytes: try files.read($0, atMost: Files.largestText))
            }
            try MergeGuard.check(base: versions[0], main: versions[1], branch: versions[2])
            let outcome = IssueMerge.merge(
                base: versions[0].bytes, main: versions[1].bytes, branch: versions[2].bytes,
                labels: IssueMerge.Labels(main: "ours", branch: "theirs"))
            if let fault = write(outcome.bytes) { return failed(fault) }
            MergeReport.say(outcome, path: name)
            return outcome.conflicts.isEmpty ? 0 : 1
        } catch {
            Terminal.say("\(name): not merged by entries: \(error)")
            return await mergeLines()
        }
    }

    /// git's own merge of the lines, with its markers.
    private func mergeLines() async -> Int32 {
        let labels = ["ours", "base", "theirs"].flatMap { ["-L", $0] }
        let command = GitCommand(["merge-file", "-p"] + labels + ["--", main, base, branch])
        let merged: GitOutput
        do throws(GitError) {
            merged = try await git.run(command)
        } catch {
            return failed(error)
        }
        // Up to 127 it counts the conflicts; above, it could not merge, as with a file that is no text.
        guard merged.status < 128 else {
            return failed(
                GitError(command: command.arguments, reason: .failed(status: merged.status, talk: merged.talk)))
        }
        if let fault = write(merged.bytes) { return failed(fault) }
        // Also without conflicting lines: a person must see what could not be understood.
        return 1
    }

    private func failed(_ fault: any Error) -> Int32 {
        Terminal.say("\(fault)")
        Terminal.say("\(path ?? main): could not be merged at all; git stops here, and both versions are untouched.")
        return 129
    }

    /// git made `%A` for this; its place must stay the same file.
    ///
    /// - Returns: why it can't be written.
    private func write(_ bytes: [UInt8]) -> FileError? {
        do throws(FileError) {
            try files.write(main, bytes)
            return nil
        } catch {
            return error
        }
    }
}
