internal import Markdown
package import Newsletter

/// Makes an issue of a draft: without what stayed empty, without what was said to contributors only.
package struct Finishing {
    private let publication: Publication
    private let boilerplate: Boilerplate

    package init(_ publication: Publication, boilerplate: Boilerplate) {
        (self.publication, self.boilerplate) = (publication, boilerplate)
    }

    /// What came of it.
    package struct Outcome: Sendable {
        package var issue: WorkingDraft
        /// Titles of the sections that went.
        package var dropped: [String]
        /// How many comments went.
        package var comments: Int
    }

    /// - Throws: ``Diagnostics`` with every placeholder that still stands; where the result is no issue.
    package func finished(_ draft: WorkingDraft) throws -> Outcome {
        let complete = try NoneSentences(publication.draft.none).reconciled(draft)
        let dropped = EmptySections(in: complete, boilerplate: boilerplate)
        let (bytes, comments) = CommentRemoval.without(try dropped.removed())
        let issue = try draft.with(bytes)
        let faults = placeholders(in: issue, of: draft, dropped: dropped.indices)
        guard faults.isEmpty else { throw Diagnostics(faults) }
        return Outcome(
            issue: issue, dropped: dropped.indices.map { draft.issue.sections[$0].title }, comments: comments)
    }

    /// Places are told in the draft, which is the file that a person has open.
    private func placeholders(in issue: WorkingDraft, of draft: WorkingDraft, dropped: [Int]) -> [Diagnostic] {
        let own = publication.draft.placeholders.keys
        let standing = Set(Placeholder.find(in: issue.bytes, own: own).map(\.word))
        guard !standing.isEmpty else { return [] }
        let gone =
            CommentRemoval.ranges(in: draft.bytes) + dropped.map { draft.issue.sections[$0].range.bytes }
        return Placeholder.find(in: draft.bytes, own: own).compactMap { range, word in
            guard standing.contains(word), !gone.contains(where: { $0.contains(range.lowerBound) }) else { return nil }
            let lasting = publication.draft.placeholders[word].map { target in
                let number = draft.issue.header.number ?? 0
                return "Write the address, or \(publication.address)\(target.path(ofIssue: number))"
            }
            return Diagnostic(
                "the placeholder '\(word)' still stands", remedy: lasting ?? "Write what belongs there, or take it out",
                file: draft.file, at: draft.source.location(of: range.lowerBound))
        }
    }
}
