package import Newsletter

/// Finds entries of issues that may end before the next issue: proposals under discussion, tasks, calls for testing.
package enum TrackedItems {
    /// The URLs of such entries, in the order of the issues, each once.
    ///
    /// Approved proposals and merged pull requests aren't included, because they have already ended.
    ///
    /// - Parameters:
    ///   - candidates: candidates, of which the tasks are included, so that assigned ones aren't offered.
    ///   - endings: items that had ended at the last check, but may have been opened again.
    package static func addresses(
        in issues: [Issue], waiting candidates: [Candidate], ended resolutions: [Resolution] = []
    ) -> [String] {
        var seen: Set<String> = []
        let listed = issues.flatMap(\.sections).flatMap(\.entries).filter { mayEnd($0.content) }.compactMap(\.url)
        let waiting = candidates.filter { $0.kind == .participation }.compactMap(\.url)
        return (listed + waiting + resolutions.map(\.url)).filter { seen.insert($0).inserted }
    }

    private static func mayEnd(_ content: Entry.Content) -> Bool {
        switch content {
        case .proposal(let proposal): proposal.stage != .approved
        case .callForParticipation(let call): call.kind == .project
        case .callForTesting: true
        default: false
        }
    }
}
