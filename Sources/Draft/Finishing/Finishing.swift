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
        package var dropped: [String] = []
        /// How many comments went.
        package var comments = 0
        /// What a person should look at before it goes out.
        package var warnings: [Diagnostic] = []
    }

    /// - Throws: ``Diagnostics`` with every placeholder that still stands; where the result is no issue.
    package func finished(_ draft: WorkingDraft) throws -> Outcome {
        var outcome = Outcome(issue: try NoneSentences(publication.draft.none).reconciled(draft))
        try dropSections(&outcome)
        outcome.issue = try outcome.issue.with(withoutComments(&outcome))
        let faults = placeholders(in: outcome.issue, of: draft)
        guard faults.isEmpty else { throw Diagnostics(faults) }
        return outcome
    }

    // MARK: Sections

    private func dropSections(_ outcome: inout Outcome) throws {
        let draft = outcome.issue
        let sections = draft.issue.sections
        var empty = sections.map { $0.level > 0 && isEmpty($0, in: draft) }
        // A roof stays while anything below it does.
        for index in sections.indices.reversed() where empty[index] {
            let below = sections[(index + 1)...].prefix { $0.level > sections[index].level }
            if below.indices.contains(where: { !empty[$0] }) { empty[index] = false }
        }
        var writer = IssueWriter(draft.bytes)
        for (section, isEmpty) in zip(sections, empty) where isEmpty {
            writer.remove(section.range)
            outcome.dropped.append(section.title)
        }
        outcome.issue = try draft.with(try writer.bytes())
    }

    private func isEmpty(_ section: Section, in draft: WorkingDraft) -> Bool {
        guard section.entries.allSatisfy({ $0.content == .prose }), section.unrecognized.isEmpty else { return false }
        let text = draft.bytes[section.range.bytes]
        let parts = PieceSplitter.pieces(of: Array("\n".utf8) + text).parts
        let pieces = parts.flatMap(\.pieces).filter { piece in
            switch piece.key {
            case .comment, .definition: false
            default: true
            }
        }
        if pieces.isEmpty { return true }
        // In a section that is no list its words may be all there is to it.
        guard Self.listing.contains(section.kind), pieces.allSatisfy({ !$0.isItem }) else { return false }
        return pieces.allSatisfy { boilerplate.contains($0.bytes[...]) }
    }

    /// Sections that are there for their entries.
    private static let listing: Set<SectionKind> = [
        .links, .events, .pullRequests, .proposals, .testing, .participation,
    ]

    // MARK: Comments

    /// The text without its comments; those that speak to the program itself stay.
    private func withoutComments(_ outcome: inout Outcome) -> [UInt8] {
        var pieces = PieceSplitter.pieces(of: outcome.issue.bytes)
        for part in pieces.parts.indices {
            var kept: [IssuePiece] = []
            var gap: [UInt8]?
            for var piece in pieces.parts[part].pieces {
                if case .comment(let words) = piece.key, words.hasSuffix("-->"), !words.hasPrefix("<!-- sennight-") {
                    outcome.comments += 1
                    gap = gap ?? piece.gap
                    continue
                }
                // What stood above and below a comment has one of their two gaps between it, the larger one.
                if let left = gap, left.count > piece.gap.count { piece.gap = left }
                gap = nil
                kept.append(piece)
            }
            if let gap, gap.count > pieces.parts[part].tail.count { pieces.parts[part].tail = gap }
            pieces.parts[part].pieces = kept
        }
        return pieces.bytes
    }

    // MARK: Placeholders

    private func placeholders(in issue: WorkingDraft, of draft: WorkingDraft) -> [Diagnostic] {
        let own = publication.draft.placeholders.keys
        // Places are told in the draft, which is the file that a person has open.
        let standing = Set(Placeholder.find(in: issue.bytes, own: own).map(\.word))
        let source = draft.source
        let comments = Self.commentRanges(in: draft.bytes)
        return Placeholder.find(in: draft.bytes, own: own).compactMap { range, word in
            guard standing.contains(word), !comments.contains(where: { $0.contains(range.lowerBound) }) else {
                return nil
            }
            let lasting = publication.draft.placeholders[word].map { target in
                let number = draft.issue.header.number ?? 0
                return "Write the address, or \(publication.address)\(target.path(ofIssue: number))"
            }
            return Diagnostic(
                "the placeholder '\(word)' still stands", remedy: lasting ?? "Write what belongs there, or take it out",
                file: draft.file, at: source.location(of: range.lowerBound))
        }
    }

    private static func commentRanges(in bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var position = 0
        for part in PieceSplitter.pieces(of: bytes).parts {
            for piece in (part.heading.map { [$0] } ?? []) + part.pieces {
                position += piece.gap.count
                if case .comment = piece.key { ranges.append(position..<(position + piece.bytes.count)) }
                position += piece.bytes.count
            }
            position += part.tail.count
        }
        return ranges
    }
}
