internal import Draft
internal import Newsletter
package import Text

/// Moves, removes and sorts entries that are in the draft.
package struct EntryChanges {
    private let session: DraftSession
    private let draft: String?

    /// - Parameter draft: the draft's file; by default, the draft with the latest date.
    package init(_ session: DraftSession, draft: String? = nil) {
        self.session = session
        self.draft = draft
    }

    /// Identifies an entry of the draft.
    package struct Choice: Sendable {
        package var url: String
        /// The heading of the entry's section, needed if the URL is in several sections.
        package var section: String?
        /// The event's day, needed if several events have this URL.
        package var date: CalendarDate?

        package init(url: String, section: String? = nil, date: CalendarDate? = nil) {
            self.url = url
            self.section = section
            self.date = date
        }
    }

    /// Moves an entry into another section.
    ///
    /// - Returns: the draft's path.
    /// - Throws: a ``Diagnostic`` if the entry or the section isn't found, or several match.
    package func move(_ choice: Choice, to section: String) async throws -> String {
        try await change(choice) { editing, found in
            // In another section, a collected event counts as a different one: record it, so that it isn't added again.
            (try editing.moving(found, to: section), .placed, .editor, section, nil)
        }
    }

    /// Removes an entry, and records why.
    ///
    /// - Returns: the draft's path.
    /// - Throws: the errors of ``move(_:to:)``.
    package func remove(_ choice: Choice, why: String) async throws -> String {
        try await change(choice) { editing, found in
            // An editor who gives the reason of an update is following the event's source, and wants the event as it is
            // now.
            let decider: Decision.Decider = EventUpdate.reasons.contains(why) ? .program : .editor
            return (try editing.removing(found), .removed, decider, found.section.title, why)
        }
    }

    /// Sorts events and their regions.
    ///
    /// - Returns: the draft's path, and whether anything has changed.
    package func sort() async throws -> (path: String, hasChanged: Bool) {
        try await PublicationLock.take(session) {
            let draft = try session.draft(named: self.draft)
            let sorted = try EventSorting(regions: session.publication.regions.headings).sorted(draft)
            try await session.save(sorted, over: draft)
            return (draft.path, sorted.bytes != draft.bytes)
        }
    }

    private typealias Result = (
        draft: WorkingDraft, decision: Decision.Kind, decider: Decision.Decider, section: String, why: String?
    )

    private func change(
        _ choice: Choice, _ edit: (EntryEditing, EntryEditing.Found) throws -> Result
    ) async throws -> String {
        try await PublicationLock.take(session) {
            let draft = try session.draft(named: self.draft)
            var memory = try await session.decisions(on: draft)
            let editing = EntryEditing(draft, publication: session.publication)
            let found = try editing.entry(with: choice.url, in: choice.section, on: choice.date)
            let result = try edit(editing, found)
            let reconciled = try EmptySectionTexts(session.publication).reconciled(
                result.draft, after: draft)
            memory.remember(
                Decision(
                    identity: found.identity, decision: result.decision, by: result.decider, title: found.entry.title,
                    section: result.section, why: result.why, source: memory[found.identity]?.source))
            try await session.save(reconciled, over: draft, remembering: memory)
            return draft.path
        }
    }
}
