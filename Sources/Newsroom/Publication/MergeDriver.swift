package import Context
internal import Draft
internal import Newsletter
package import Text

/// Implements git's merge driver (gitattributes(5), "Defining a custom merge driver").
///
/// git treats exit codes from 1 to 128 as a conflict whose result is in `%A`, so a driver that wrote nothing would
/// silently drop the branch. Therefore git merges line by line what can't be merged by entries, and only if nothing can
/// be written, the exit code is 129, which stops git.
package struct MergeDriver {
    private let versions: ThreeVersions
    private let git: Git
    private let name: String

    /// - Parameter path: the file's path in the repository, for messages.
    package init(_ versions: ThreeVersions, path: String?, context: Context) {
        self.versions = versions
        git = context.git
        name = path ?? versions.main
    }

    package enum Outcome: Sendable {
        /// The result of merging by entries is in main's file, including conflicts.
        case byEntries(ThreeVersions.Outcome)
        /// Git merged line by line with its conflict markers, for this reason; a person must look at the result.
        case byLines(why: PrintableText)
        /// Nothing could be merged, for these reasons; both versions are unchanged.
        case failed(why: [PrintableText])
    }

    package func merge() async -> Outcome {
        let merged: ThreeVersions.Outcome
        do {
            let three = try versions.versions(names: [name, name, name])
            merged = ThreeVersions.Outcome(
                IssueMerge.merge(
                    base: three[0].bytes, main: three[1].bytes, branch: three[2].bytes,
                    labels: IssueMerge.Labels(main: "ours", branch: "theirs")))
        } catch {
            let why: PrintableText = "\(error)"
            guard let fault = await mergeLines() else { return .byLines(why: why) }
            return .failed(why: ["\(name): not merged by entries: \(why)", fault])
        }
        if let fault = write(merged.bytes) { return .failed(why: ["\(fault)"]) }
        return .byEntries(merged)
    }

    /// Lets git merge line by line, with its conflict markers.
    ///
    /// - Returns: the reason if that failed; nil if the result was written.
    private func mergeLines() async -> PrintableText? {
        let labels = ["ours", "base", "theirs"].flatMap { ["-L", $0] }
        let command = GitCommand(
            ["merge-file", "-p"] + labels + ["--", versions.main, versions.base, versions.branch])
        let merged: GitOutput
        do throws(GitError) {
            merged = try await git.run(command)
        } catch {
            return "\(error)"
        }
        // Up to 127, the exit code is the number of conflicts; above, git could not merge, for example because the file
        // isn't text.
        guard merged.status < 128 else {
            return
                "\(GitError(command: command.arguments, reason: .failed(status: merged.status, standardError: merged.standardError)))"
        }
        return write(merged.bytes).map { "\($0)" }
    }

    /// Overwrites the bytes of `%A`, git's file for the result, which must stay the same file.
    ///
    /// - Returns: the error; nil if the file was written.
    private func write(_ bytes: [UInt8]) -> FileError? {
        do throws(FileError) {
            try versions.files.write(versions.main, bytes)
            return nil
        } catch {
            return error
        }
    }
}
