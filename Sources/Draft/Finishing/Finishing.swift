internal import Markdown
package import Newsletter

/// Makes an issue of a draft: without what stayed empty, without what was said to contributors only.
package struct Finishing {
    private let publication: Publication
    private let boilerplate: Boilerplate

    package init(_ publication: Publication, boilerplate: Boilerplate) {
        self.publication = publication
        self.boilerplate = boilerplate
    }

    /// What came of it.
    package struct Outcome: Sendable {
        package var issue: WorkingDraft
        /// Titles of the sections that went.
        package var dropped: [String]
        /// How many comments went.
        package var comments: Int
    }

    /// - Throws: ``Diagnostics`` where the result is no issue.
    package func finished(_ draft: WorkingDraft) throws -> Outcome {
        let complete = try EmptySectionTexts(publication.draft.none).reconciled(draft)
        let dropped = EmptySections(
            in: complete, boilerplate: boilerplate,
            keeping: EmptySectionTexts(publication.draft.none).standing(in: complete))
        let (bytes, comments) = CommentRemoval.without(try dropped.removed())
        let issue = try draft.with(bytes)
        return Outcome(
            issue: issue, dropped: dropped.indices.map { draft.issue.sections[$0].title }, comments: comments)
    }

    /// Whether nothing stands in a draft but what it was made with and what the last issues had.
    ///
    /// - Parameter fresh: the draft as it was made.
    package func isUntouched(_ draft: WorkingDraft, since fresh: WorkingDraft) -> Bool {
        var known = boilerplate
        known.learn(fresh.bytes)
        return PieceSplitter.pieces(of: draft.bytes).parts.flatMap(\.pieces).allSatisfy { piece in
            switch piece.key {
            case .header, .comment, .definition: true
            default: known.contains(piece.bytes[...])
            }
        }
    }
}
