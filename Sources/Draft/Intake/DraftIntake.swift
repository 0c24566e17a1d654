/// Takes what one pull request did to a draft into the present one.
package struct DraftIntake: Sendable {
    /// The versions of the draft that a pull request worked on.
    package struct Versions: Sendable {
        /// Where the branch began, or last took main in.
        package var base: [UInt8]
        package var branch: [UInt8]
        /// The issue that this draft has become, if it is published.
        package var published: [UInt8]?
        /// What it had when it was last taken in.
        package var before: Before = .nothing

        /// How much is known of what was taken in earlier.
        package enum Before: Sendable {
            case nothing
            /// The branch as it was then, with main's changes up to ``base``.
            case version([UInt8])
            /// That version is lost; these identities were in it.
            case identities(Set<String>)
        }

        package init(base: [UInt8], branch: [UInt8], published: [UInt8]? = nil, before: Before = .nothing) {
            self.base = base
            self.branch = branch
            self.published = published
            self.before = before
        }
    }

    /// The draft afterwards; with conflicts, do not use it.
    package var draft: [UInt8]
    /// All that the pull request does, as far as it is not published already.
    package var changes: [EntryChange]
    package var conflicts: [String]
    package var notes: [String]

    /// - Parameters:
    ///   - draft: the present draft; whatever editors did to it stays.
    ///   - name: how the pull request is called in notes.
    package init(_ versions: Versions, into draft: [UInt8], name: String) {
        let versions = LineEnds(of: draft).map(versions.with) ?? versions
        let base = PieceSplitter.pieces(of: versions.base)
        var narrowing = BranchNarrowing(base: base, branch: PieceSplitter.pieces(of: versions.branch))
        if let published = versions.published {
            let known = DraftPieces(published)
            narrowing.dropAdditions(where: known.contains, note: "is published already")
        }
        changes = EntryChange.changes(base: base, branch: narrowing.branch)
        narrowing.keepIdentity()
        narrowing = BranchNarrowing(
            base: versions.mergeBase, branch: narrowing.branch, notes: narrowing.notes)
        if case .identities(let earlier) = versions.before {
            let standing = DraftPieces(draft)
            narrowing.dropAdditions(where: { earlier.contains($0) && !standing.contains($0) }, note: nil)
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
    /// What the branch is compared with: all that it has and that was in the draft before.
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

    /// A branch as it was taken in, brought up to where it has taken main in since.
    ///
    /// - Parameters:
    ///   - taken: the draft at the head that was taken in.
    ///   - itsBase: the draft where that head had begun.
    ///   - base: the draft where the branch begins now.
    package static func before(taken: [UInt8], itsBase: [UInt8], base: [UInt8]) -> Before {
        .version(IssueMerge.merge(base: itsBase, main: taken, branch: base).bytes)
    }
}
