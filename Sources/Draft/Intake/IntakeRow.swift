/// The result of intake for one pull request: a line of its table.
package struct IntakeRow: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case adds, edits, empty, conflict, correction, unreadable
        case otherFiles = "other-files"
        case oldDraft = "old-draft"
        case notAnIssue = "not-an-issue"

        /// Whether the pull request needs a person's attention.
        package var needsPerson: Bool { [.conflict, .notAnIssue, .unreadable].contains(self) }
    }

    package enum State: Hashable, Sendable {
        case takenIn
        /// The pull request was added before and hasn't changed since. The sentences, without a full stop, are about
        /// changes that an editor has undone since.
        case known(missing: [String])
        /// Nothing from the pull request is added to the draft.
        case leftOut
    }

    package var pull: OpenPullRequest
    package var kind: Kind
    package var state: State
    /// How many entries, paragraphs and headings the pull request adds.
    package var added = 0
    package var edited = 0
    package var removed = 0
    /// The other files that the pull request touches.
    package var files: [String] = []
    /// Notes for the editor, as sentences without a full stop.
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
