package import Context
internal import Newsletter

/// Where it is kept what was taken in: `intake/530.jsonl` in the publication's state, a file for each issue.
package struct IntakeFolder: Sendable {
    private let files: Files
    /// The present issue's file.
    package let path: String
    package var present: IntakeMemory
    /// For the branch of a commit of the draft: `intake/530`.
    package let branchName: String
    /// Of other issues, the newest first.
    private var past: [(issue: String, memory: IntakeMemory)] = []

    /// - Parameters:
    ///   - state: the folder for what the program remembers.
    ///   - draft: the present draft.
    /// - Throws: where a file cannot be read.
    package init(files: Files, state: String, draft: [UInt8]) throws {
        self.files = files
        let issue = DraftIdentity.name(of: draft) ?? "next"
        let name = issue + ".jsonl"
        branchName = "intake/\(issue)"
        path = "\(state)/intake/\(name)"
        present = IntakeMemory()
        let found = try files.list("\(state)/intake").map(\.path).filter { $0.hasSuffix(".jsonl") }
        // Numbers and days alike: the longer name is the later one.
        for file in found.sorted(by: { ($0.utf8.count, $0) > ($1.utf8.count, $1) }) {
            let memory = try IntakeMemory(try files.read("\(state)/intake/\(file)"), file: "\(state)/intake/\(file)")
            if file == name { present = memory } else { past.append((String(file.dropLast(6)), memory)) }
        }
    }

    /// When a pull request was last taken in.
    ///
    /// - Returns: also the issue, where it was another than the present one.
    package func record(of name: PullRequestName) -> (record: IntakeMemory.Record, issue: String?)? {
        if let record = present[name] { return (record, nil) }
        for (issue, memory) in past { if let record = memory[name] { return (record, issue) } }
        return nil
    }

    package mutating func remember(_ record: IntakeMemory.Record) throws(FileError) {
        present[record.name] = record
        try files.write(path, present.bytes)
    }
}
