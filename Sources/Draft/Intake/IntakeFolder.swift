package import Context
internal import Newsletter

/// The records of the pull requests that were added, with one file for each issue, such as `intake/530.jsonl` at the
/// publication's root.
package struct IntakeFolder: Sendable {
    /// The present issue's file.
    package let path: String
    package var present: IntakeLog
    /// The content of the present issue's file; nil if there is none.
    private let old: [UInt8]?
    /// The branch name for a commit of the draft: `intake/530`.
    package let branchName: String
    /// The records of other issues, newest first.
    private var past: [(issue: String, memory: IntakeLog)] = []

    /// - Parameters:
    ///   - folder: the folder with the files.
    ///   - oldFolder: the folder in which version 0.1 kept the records; if both folders have a record, the new folder's
    ///     counts.
    ///   - draft: the present draft.
    /// - Throws: errors of reading the files.
    package init(files: Files, folder: String, oldFolder: String? = nil, draft: [UInt8]) throws {
        let issue = DraftIdentity.name(of: draft) ?? "next"
        let name = issue + ".jsonl"
        branchName = "intake/\(issue)"
        path = "\(folder)/\(name)"
        old = files.status(path) == nil ? nil : try files.read(path)
        var memories: [String: IntakeLog] = [:]
        for folder in [folder, oldFolder].compactMap({ $0 }) {
            for file in try files.list(folder).map(\.path) where file.hasSuffix(".jsonl") {
                let path = "\(folder)/\(file)"
                memories[file, default: IntakeLog()].add(
                    older: try IntakeLog(try files.read(path), file: path))
            }
        }
        present = memories.removeValue(forKey: name) ?? IntakeLog()
        // For numbers and days alike, the longer name is the later one.
        past = memories.sorted { ($0.key.utf8.count, $0.key) > ($1.key.utf8.count, $1.key) }.map {
            (String($0.key.dropLast(6)), $0.value)
        }
    }

    /// The last record of a pull request.
    ///
    /// - Returns: the record, and its issue unless that is the present one.
    package func record(of name: PullRequestName) -> (record: IntakeLog.Record, issue: String?)? {
        if let record = present[name] { return (record, nil) }
        for (issue, memory) in past { if let record = memory[name] { return (record, issue) } }
        return nil
    }

    package mutating func remember(_ record: IntakeLog.Record) {
        present[record.name] = record
    }

    /// Adds the present issue's file to a command's changes.
    package func write(to changes: inout FileChanges) {
        changes.write(path, present.bytes, over: old)
    }
}
