/// What intake makes of one pull request: a line of its table.
package struct IntakeRow: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case adds, edits, empty, conflict, correction, unreadable
        case otherFiles = "other-files"
        case oldDraft = "old-draft"
        case notAnIssue = "not-an-issue"

        /// Whether a person has to look at it before anything can come of it.
        package var needsPerson: Bool { [.conflict, .notAnIssue, .unreadable].contains(self) }
    }

    package enum State: Hashable, Sendable {
        case takenIn
        /// Taken in earlier, at this very head; what of it an editor has undone, as sentences without full stop.
        case known(missing: [String])
        /// Nothing of it comes into the draft.
        case leftOut
    }

    package var pull: OpenPullRequest
    package var kind: Kind
    package var state: State
    /// Entries, paragraphs and headings.
    package var added = 0
    package var edited = 0
    package var removed = 0
    /// What it touches beside the draft.
    package var files: [String] = []
    /// Sentences without full stop.
    package var notes: [String] = []

    package init(pull: OpenPullRequest, kind: Kind, state: State = .leftOut) {
        self.pull = pull
        self.kind = kind
        self.state = state
    }

    mutating func count(_ changes: [EntryChange]) {
        added = changes.count { $0.kind == .added }
        edited = changes.count { $0.kind == .edited }
        removed = changes.count { $0.kind == .removed }
    }
}
