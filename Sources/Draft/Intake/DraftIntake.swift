/// Applies a pull request's changes to the present draft.
package struct DraftIntake: Sendable {
    /// The versions of the draft that a pull request is based on.
    package struct Versions: Sendable {
        /// The draft at the commit where the branch began, or last merged main.
        package var base: [UInt8]
        package var branch: [UInt8]
        /// The published issue that this draft has become; nil if it isn't published.
        package var published: [UInt8]?
        /// The branch's draft when it was last merged into the draft.
        package var before: Before = .nothing

        /// The branch's draft at an earlier merge, as far as known.
        package enum Before: Sendable {
            case nothing
            /// The branch's draft at that time, with main's changes up to ``base``.
            case version([UInt8])
            /// The draft of that time is lost, but had entries with these identities.
            case identities(Set<String>)
        }

        package init(base: [UInt8], branch: [UInt8], published: [UInt8]? = nil, before: Before = .nothing) {
            self.base = base
            self.branch = branch
            self.published = published
            self.before = before
        }
    }

    /// The resulting draft; must not be used if there are conflicts.
    package var draft: [UInt8]
    /// Everything that the pull request changes, except what is already published.
    package var changes: [EntryChange]
    package var conflicts: [String]
    package var notes: [String]

    /// - Parameters:
    ///   - draft: the present draft, in which the editors' changes stay.
    ///   - name: the pull request's name for notes.
    package init(_ versions: Versions, into draft: [UInt8], name: String) {
        let versions = LineEnds(of: draft).map(versions.with) ?? versions
        let base = PieceSplitter.pieces(of: versions.base)
        var narrowing = BranchNarrowing(base: base, branch: PieceSplitter.pieces(of: versions.branch))
        if let published = versions.published {
            let known = DraftPieces(published)
            narrowing.dropAdditions(where: known.contains, note: "is already published")
        }
        changes = EntryChange.changes(base: base, branch: narrowing.branch)
        narrowing.keepIdentity()
        narrowing = BranchNarrowing(
            base: versions.mergeBase, branch: narrowing.branch, notes: narrowing.notes)
        if case .identities(let earlier) = versions.before {
            let present = DraftPieces(draft)
            narrowing.dropAdditions(where: { earlier.contains($0) && !present.contains($0) }, note: nil)
        }
        narrowing.undoEditsOfWhatIsGone(from: PieceSplitter.pieces(of: draft))
        let outcome = IssueMerge.merge(
            base: narrowing.base.bytes, main: draft, branch: narrowing.branch.bytes,
            labels: IssueMerge.Labels(main: "the draft", branch: name))
        self.draft = outcome.bytes
        conflicts = outcome.conflicts
        notes = narrowing.notes + outcome.notes
    }
}

extension DraftIntake.Versions {
    /// The base of the merge: all of the branch's entries that were in the draft before.
    var mergeBase: IssuePieces {
        if case .version(let bytes) = before { return PieceSplitter.pieces(of: bytes) }
        return PieceSplitter.pieces(of: base)
    }

    fileprivate func with(_ ends: LineEnds) -> Self {
        var versions = Self(
            base: ends.applied(to: base), branch: ends.applied(to: branch), published: published.map(ends.applied))
        versions.before = before
        if case .version(let bytes) = before { versions.before = .version(ends.applied(to: bytes)) }
        return versions
    }

    /// A branch's draft at an earlier merge, updated to the point where the branch has merged main since.
    ///
    /// - Parameters:
    ///   - taken: the draft at the head that was merged.
    ///   - itsBase: the draft where that head's branch began.
    ///   - base: the draft where the branch begins now.
    package static func before(taken: [UInt8], itsBase: [UInt8], base: [UInt8]) -> Before {
        .version(IssueMerge.merge(base: itsBase, main: taken, branch: base).bytes)
    }
}
