internal import Markdown
package import Newsletter

/// Turns a draft into an issue, without empty sections and comments for contributors.
package struct Finishing {
    private let publication: Publication
    private let boilerplate: Boilerplate

    package init(_ publication: Publication, boilerplate: Boilerplate) {
        self.publication = publication
        self.boilerplate = boilerplate
    }

    /// The result of finishing.
    package struct Outcome: Sendable {
        package var issue: WorkingDraft
        /// The titles of the removed sections.
        package var dropped: [String]
        /// How many comments were removed.
        package var comments: Int
    }

    /// - Throws: ``Diagnostics`` if the result isn't an issue.
    package func finished(_ draft: WorkingDraft) throws -> Outcome {
        let complete = try EmptySectionTexts(publication).reconciled(draft)
        let dropped = EmptySections(
            in: complete, boilerplate: boilerplate,
            keeping: EmptySectionTexts(publication).present(in: complete))
        let (bytes, comments) = CommentRemoval.without(try dropped.removed())
        let issue = try draft.with(bytes)
        return Outcome(
            issue: issue, dropped: dropped.indices.map { draft.issue.sections[$0].title }, comments: comments)
    }

    /// Whether a draft contains only what it was created with and what the last issues had.
    ///
    /// - Parameter fresh: the draft as it was created.
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
