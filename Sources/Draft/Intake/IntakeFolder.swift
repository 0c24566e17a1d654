package import Context
internal import Newsletter

/// Where it is kept what was taken in: `intake/530.jsonl` at the publication's root, a file for each issue.
package struct IntakeFolder: Sendable {
    /// The present issue's file.
    package let path: String
    package var present: IntakeLog
    /// The content of that file; nil if there is none.
    private let old: [UInt8]?
    /// For the branch of a commit of the draft: `intake/530`.
    package let branchName: String
    /// Of other issues, the newest first.
    private var past: [(issue: String, memory: IntakeLog)] = []

    /// - Parameters:
    ///   - folder: where the files are.
    ///   - oldFolder: where version 0.1 had them; what is in both is taken from the new one.
    ///   - draft: the present draft.
    /// - Throws: where a file cannot be read.
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
        // Numbers and days alike: the longer name is the later one.
        past = memories.sorted { ($0.key.utf8.count, $0.key) > ($1.key.utf8.count, $1.key) }.map {
            (String($0.key.dropLast(6)), $0.value)
        }
    }

    /// When a pull request was last taken in.
    ///
    /// - Returns: also the issue, where it was another than the present one.
    package func record(of name: PullRequestName) -> (record: IntakeLog.Record, issue: String?)? {
        if let record = present[name] { return (record, nil) }
        for (issue, memory) in past { if let record = memory[name] { return (record, issue) } }
        return nil
    }

    package mutating func remember(_ record: IntakeLog.Record) {
        present[record.name] = record
    }

    /// Adds the present issue's file to what a command writes.
    package func write(to changes: inout FileChanges) {
        changes.write(path, present.bytes, over: old)
    }
}
