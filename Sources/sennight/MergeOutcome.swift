internal import Newsroom
internal import Text

extension MergeDriver {
    /// Merges and prints the result. git treats exit codes from 1 to 128 as a conflict whose result is in the file, and
    /// stops at 129.
    ///
    /// - Parameter name: the name of the file, for messages.
    func exitCode(_ name: String) async -> Int32 {
        switch await merge() {
        case .byEntries(let merged): return sennight.Outcome.merged(merged, path: name) == .success ? 0 : 1
        case .byLines(let why):
            Terminal.say("\(name): not merged by entries: \(why)")
            return 1
        case .failed(let why):
            for line in why { Terminal.say("\(line)") }
            Terminal.say("\(name): could not be merged. git stops the merge, and both versions are unchanged.")
            return 129
        }
    }
}

extension Outcome {
    /// Prints what a merge decided, and the conflicts that a person must resolve.
    ///
    /// - Parameter path: the file with the result, for messages.
    static func merged(_ merged: ThreeVersions.Outcome, path: String) -> Outcome {
        for note in merged.notes { Terminal.say("\(path): note: \(note).") }
        for conflict in merged.conflicts {
            Terminal.say("\(path): conflict: \(conflict). Keep one of the two versions between the markers.")
        }
        return merged.conflicts.isEmpty ? .success : .findings
    }
}
