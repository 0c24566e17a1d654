internal import Markdown
internal import Newsletter

/// Finds and removes the sections of a draft to which nothing was added.
struct EmptySections {
    private let draft: WorkingDraft
    /// The indices of the sections, in order.
    let indices: [Int]

    /// - Parameter sentences: text that counts as content, even if it was also in the last issues.
    init(in draft: WorkingDraft, boilerplate: Boilerplate, keeping sentences: [SourceRange] = []) {
        self.draft = draft
        let sections = draft.issue.sections
        var empty = sections.map { section in
            section.level > 0 && !sentences.contains { section.range.bytes.contains($0.bytes.lowerBound) }
                && Self.isEmpty(section, in: draft, boilerplate)
        }
        // A parent section stays if any section below it does.
        for index in sections.indices.reversed() where empty[index] {
            let below = sections[(index + 1)...].prefix { $0.level > sections[index].level }
            if below.indices.contains(where: { !empty[$0] }) { empty[index] = false }
        }
        indices = sections.indices.filter { empty[$0] }
    }

    /// The draft's text without the empty sections; definitions that other sections refer to stay.
    func removed() throws -> [UInt8] {
        var writer = IssueWriter(draft.bytes)
        let sections = draft.issue.sections
        let rest = sections.indices.filter { !indices.contains($0) }.map { draft.bytes[sections[$0].range.bytes] }
        for index in indices {
            let range = sections[index].range
            let definitions = Self.pieces(of: draft.bytes[range.bytes]).filter { piece in
                guard case .definition(let label) = piece.key else { return false }
                return rest.contains { Self.refers($0, to: label) }
            }
            if !definitions.isEmpty {
                let lines = definitions.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
                writer.insert(lines + "\n", before: range)
            }
            writer.remove(range)
        }
        return try writer.bytes()
    }

    private static func isEmpty(_ section: Section, in draft: WorkingDraft, _ boilerplate: Boilerplate) -> Bool {
        guard section.entries.allSatisfy({ $0.content == .prose }), section.unrecognized.isEmpty else { return false }
        let words = pieces(of: draft.bytes[section.range.bytes]).filter { piece in
            switch piece.key {
            case .comment, .definition: false
            default: true
            }
        }
        if words.isEmpty { return true }
        // In a section that isn't a list, its text may be all there is to it.
        guard listing.contains(section.kind), words.allSatisfy({ Bullet.of($0.bytes) == nil }) else { return false }
        return words.allSatisfy { boilerplate.contains($0.bytes[...]) }
    }

    /// The pieces below a section's heading.
    private static func pieces(of section: ArraySlice<UInt8>) -> [IssuePiece] {
        // An empty line keeps the heading from being read as a header field.
        PieceSplitter.pieces(of: Array("\n".utf8) + section).parts.flatMap(\.pieces)
    }

    /// Whether a text contains `[label]`, ignoring the case of ASCII letters.
    private static func refers(_ text: ArraySlice<UInt8>, to label: String) -> Bool {
        String(decoding: text, as: UTF8.self).lowercased().contains("[\(label)]")
    }

    /// The kinds of sections that exist for their entries.
    private static let listing: Set<SectionKind> = [
        .links, .events, .pullRequests, .proposals, .testing, .participation,
    ]
}
