internal import Archive
package import Newsletter

/// Finds events that need no decision, because they are new forms of an event that an editor removed, or of one that is
/// still in the draft.
package struct SettledEvents {
    /// The earlier forms of events, by a key that stays the same when an event is moved.
    private let superseded: [String: [Candidate]]
    /// The URLs and days of the draft's events, whichever region an editor has put them in.
    private let days: Set<EntryIdentity>
    private let memory: DecisionLog

    init(_ superseded: [SupersededEvent], in draft: WorkingDraft, _ memory: DecisionLog) {
        self.superseded = Dictionary(
            grouping: superseded.map(\.candidate).filter { $0.eventID != nil }, by: { $0.eventID ?? "" })
        self.memory = memory
        days =
            superseded.isEmpty
            ? []
            : Set(draft.issue.sections.flatMap { $0.entries.compactMap { Self.day($0.url, $0.title, $0.content) } })
    }

    package func contains(_ candidate: Candidate) -> Bool {
        guard let id = candidate.eventID, let versions = superseded[id] else { return false }
        let identity = candidate.identity
        let before = versions.filter { $0.isInRegion(of: candidate) && $0.identity != identity }
        return before.contains { event in
            if let decision = memory[event.identity], decision.decision == .removed, decision.by != .program {
                return true
            }
            return Self.day(event.url, event.title, event.content).map(days.contains) ?? false
        }
    }

    private static func day(_ url: String?, _ title: String, _ content: Entry.Content) -> EntryIdentity? {
        guard url != nil, case .event(let event) = content else { return nil }
        return EntryIdentity(event, title: title, url: url)
    }
}

extension Candidate {
    func isInRegion(of other: Candidate) -> Bool {
        SectionName.key(section ?? "") == SectionName.key(other.section ?? "")
    }
}
