internal import Markdown
internal import Newsletter

/// Determines the kind of a pull request, and the draft that would result from it.
package struct PullRequestAssessment: Sendable {
    package var row: IntakeRow
    /// The result of adding the pull request to the draft; nil if nothing can be added.
    package var intake: DraftIntake?

    /// - Parameters:
    ///   - files: all files that the pull request touches.
    ///   - versions: the versions of the draft that the pull request touches; nil if it touches no draft.
    ///   - draft: the present draft, including the pull requests that were added before.
    ///   - isOtherDraft: whether the pull request changed another draft than the present one.
    package init(
        _ pull: OpenPullRequest, files: PullRequestFiles, versions: DraftIntake.Versions?, draft: [UInt8],
        isOtherDraft: Bool = false
    ) {
        row = IntakeRow(pull: pull, kind: .empty)
        row.files = files.issues + files.others
        guard let versions, files.draft != nil else {
            if !row.files.isEmpty { row.kind = files.others.isEmpty ? .correction : .otherFiles }
            return
        }
        do {
            let base = MergeGuard.Version(name: "the draft that it is based on", bytes: versions.base)
            let branch = MergeGuard.Version(name: "its draft", bytes: versions.branch)
            try MergeGuard.check(base: base, main: base, branch: branch)
        } catch {
            row.kind = .notAnIssue
            row.notes = error.all.map(\.summary)
            return
        }
        let taken = DraftIntake(versions, into: draft, name: pull.name.description)
        row.count(taken.changes)
        row.notes = taken.notes
        guard taken.conflicts.isEmpty else {
            row.kind = .conflict
            row.notes = taken.conflicts
            return
        }
        let isOld = isOtherDraft || !DraftIdentity.isSame(versions.base, draft)
        row.kind =
            !row.files.isEmpty ? .otherFiles : isOld ? .oldDraft : row.edited + row.removed > 0 ? .edits : .adds
        // Only spaces and line breaks have changed.
        if row.kind == .adds, row.added == 0 { row.kind = .edits }
        row.state = .takenIn
        intake = taken
    }
}

/// Identifies the issue that a draft will become.
enum DraftIdentity {
    /// Compares the drafts' numbers, or else their dates; drafts with neither count as the same.
    static func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        let (one, other) = (HeaderReader.fields(of: SourceText(one)), HeaderReader.fields(of: SourceText(other)))
        for key in ["number", "date"] {
            if let mine = one.text(of: key), let theirs = other.text(of: key) { return mine == theirs }
        }
        return true
    }

    /// The number or the date, for names of files and branches.
    static func name(of draft: [UInt8]) -> String? {
        let fields = HeaderReader.fields(of: SourceText(draft))
        let name = fields.text(of: "number") ?? fields.text(of: "date").map { String($0.prefix(10)) }
        let isGood = name?.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: "-") } ?? false
        return isGood ? name : nil
    }
}
