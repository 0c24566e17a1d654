internal import Archive
package import Newsletter

/// Finds entries of a draft that have ended, such as tasks that are assigned and proposals that are decided.
package struct EndedEntries {
    private let resolutions: [EntryIdentity: Resolution]

    package init(_ resolutions: [Resolution]) {
        self.resolutions = Dictionary(resolutions.map { (EntryIdentity(link: $0.url), $0) }) { first, _ in first }
    }

    /// A diagnostic for each ended entry, with the command that removes the entry.
    package func diagnostics(in draft: WorkingDraft) -> [Diagnostic] {
        guard !resolutions.isEmpty else { return [] }
        return draft.issue.sections.flatMap { section in
            section.entries.compactMap { entry in
                guard let url = entry.url, let resolution = resolutions[EntryIdentity(link: url)] else {
                    return nil
                }
                return Diagnostic(
                    "'\(resolution.title)' \(Self.words(resolution.outcome))",
                    remedy:
                        "To remove the entry, run 'sennight remove \(url) --why \(resolution.outcome.rawValue)'",
                    file: draft.file, at: entry.range.start, severity: .warning)
            }
        }
    }

    private static func words(_ outcome: Resolution.Outcome) -> String {
        switch outcome {
        case .merged: "was merged"
        case .closed: "was closed"
        case .finished: "has ended its final comment period"
        case .assigned: "has been assigned"
        }
    }
}
