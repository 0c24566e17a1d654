internal import Address
package import Archive
package import Newsletter

/// Updates the draft's events when their sources change, unless an editor has changed the entries.
package struct EventUpdates {
    private let superseded: [SupersededEvent]
    private let now: [String: [Candidate]]
    private let publication: Publication

    /// - Parameters:
    ///   - departed: the earlier forms of the events.
    ///   - candidates: everything that the sources return now.
    package init(_ superseded: [SupersededEvent], now candidates: [Candidate], publication: Publication) {
        self.superseded = superseded
        now = Dictionary(grouping: candidates.filter { $0.eventID != nil }) { $0.eventID ?? "" }
        self.publication = publication
    }

    // MARK: Finding updates

    /// The updates that the draft doesn't have yet, in the draft's order.
    package func updates(of draft: WorkingDraft) -> [EventUpdate] {
        let versions = Dictionary(grouping: superseded) { $0.candidate.identityInIssue }
        guard !versions.isEmpty else { return [] }
        let entries = draft.issue.sections.flatMap { section in
            section.entries.compactMap { entry in entry.identity(in: section).map { (identity: $0, entry: entry) } }
        }
        let present = Set(entries.map(\.identity))
        return entries.compactMap { identity, entry in
            versions[identity].flatMap { update(of: entry, $0, in: draft, besides: present) }
        }
    }

    /// - Parameter listed: the identities of all entries of the draft.
    private func update(
        of entry: Entry, _ versions: [SupersededEvent], in draft: WorkingDraft, besides listed: Set<String>
    ) -> EventUpdate? {
        guard let last = versions.last, let id = last.candidate.eventID else { return nil }
        let (identity, present) = (last.candidate.identity, now[id] ?? [])
        let placement = Placement(into: draft, publication: publication)
        let text = Self.plain(draft.outdentedLines(of: entry))
        func isWritten(_ candidate: Candidate) -> Bool { Self.plain(placement.lines(of: candidate)) == text }
        let kind: EventUpdate.Kind
        if let same = present.first(where: { $0.identity == identity }) {
            if isWritten(same) || says(entry, same) { return nil }
            kind = .changed(to: same)
        } else if let next = present.first(where: { $0.isInRegion(of: last.candidate) }) ?? present.first {
            kind = .moved(to: listed.contains(next.identityInIssue) ? nil : next)
        } else {
            kind = versions.contains { $0.reason == .cancelled } ? .cancelled : .moved(to: nil)
        }
        return EventUpdate(
            before: last.candidate, kind: kind, isUntouched: versions.contains { isWritten($0.candidate) },
            file: draft.file, location: entry.range.start)
    }

    /// Whether an editor's entry already describes the event's present form.
    private func says(_ entry: Entry, _ candidate: Candidate) -> Bool {
        guard case .event(let own) = entry.content, case .event(let event) = candidate.content else { return false }
        return own.place == event.place && own.mode == event.mode && own.end == event.end
            && entry.title == candidate.title
    }

    /// The lines without irrelevant differences: the bullet and the line ends.
    private static func plain(_ lines: String) -> String {
        Bullet.replacing(lines.replacing("\r\n", with: "\n"), with: "*")
    }

    // MARK: Applying updates

    /// The draft with every unedited event updated, and the updates that were applied.
    ///
    /// - Parameter isMeant: whether to apply an update.
    /// - Throws: ``Diagnostics`` if the result isn't an issue.
    package func applied(
        to draft: WorkingDraft, remembering memory: DecisionLog,
        where isMeant: (EventUpdate) -> Bool = { _ in true }
    ) throws -> (draft: WorkingDraft, memory: DecisionLog, updates: [EventUpdate]) {
        var (result, memory) = (draft, memory)
        let updates = updates(of: draft).filter { $0.isUntouched && isMeant($0) }
        for update in updates {
            let editing = EntryEditing(result, publication: publication)
            let identity = update.before.identityInIssue
            guard let found = editing.entries(with: update.before.url ?? "").first(where: { $0.identity == identity })
            else { continue }
            // With the bullet of its list, even if it was the only item.
            let lines = update.next.map { Placement(into: result, publication: publication).lines(of: $0) } ?? ""
            result = try editing.removing(found)
            memory.remember(decision(update.before, .removed, why: update.why))
            if let next = update.next, case .event(let event) = next.content {
                result = try Placement(into: result, publication: publication).placing(
                    lines, of: event, inRegion: next.section ?? found.section.title, of: next)
                memory.remember(decision(next, .placed))
            }
        }
        guard !updates.isEmpty else { return (draft, memory, []) }
        return (
            try EmptySectionTexts(publication).reconciled(result, after: draft), memory, updates
        )
    }

    /// The events that are new forms of an event that an editor removed, or of one that is still in the draft.
    package func settled(in draft: WorkingDraft, _ memory: DecisionLog) -> SettledEvents {
        SettledEvents(superseded, in: draft, memory)
    }

    private func decision(_ candidate: Candidate, _ kind: Decision.Kind, why: String? = nil) -> Decision {
        Decision(
            identity: candidate.identity, decision: kind, by: .program, title: candidate.title,
            section: candidate.section, why: why, source: candidate.source)
    }
}
