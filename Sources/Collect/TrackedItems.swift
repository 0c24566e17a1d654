package import Newsletter

/// What issues list that may end before the next one: proposals under discussion, tasks, calls for testing.
package enum TrackedItems {
    /// Their addresses, in the order of the issues, each once.
    ///
    /// Approved proposals and merged pull requests have ended by their nature.
    ///
    /// - Parameters:
    ///   - candidates: of these, tasks: nobody wants to be shown one that is taken.
    ///   - endings: what had ended when it was asked last; it may have begun anew.
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
