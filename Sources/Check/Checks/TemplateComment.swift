internal import Newsletter

/// A section contains nothing but the template's comment.
///
/// "The crate of the week goes here" with nothing below it means that the section was forgotten. The comment may stay
/// once the section has entries. In a draft, lists aren't reported: `finish` removes empty ones.
struct TemplateComment: Check {
    static let id = "template-comment"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        var findings: [Finding] = []
        let sections = document.issue.sections
        let isDraft = context.isDraft(document.file)
        for (index, section) in sections.enumerated() where section.level > 0 {
            if isDraft, Self.listing.contains(section.kind) { continue }
            guard let comment = Self.comment(in: section, document) else { continue }
            var family = [section]
            for inner in sections[(index + 1)...] {
                guard inner.level > section.level else { break }
                if inner.kind == section.kind { family.append(inner) }
            }
            guard !family.contains(where: { Self.hasContent($0, document) }) else { continue }
            findings.append(
                finding(
                    "the section '\(section.title)' has only the template's comment", at: comment, in: document,
                    explanation:
                        "Add entries, write that there are none this time, or remove the section."))
        }
        return findings
    }

    /// The kinds of sections that finishing removes, or fills with a sentence, if nothing was added.
    private static let listing: Set<SectionKind> = [
        .links, .events, .pullRequests, .proposals, .testing, .participation,
    ]

    /// The first comment that says what should replace it.
    private static func comment(in section: Section, _ document: Document) -> Range<Int>? {
        let (first, last) = (section.range.start.line - 1, min(section.range.end.line, document.lines.count))
        for number in first..<max(first, last) where document.lines[number].kind == .comment {
            let line = document.bytes.trimmed(document.lines[number].bytes)
            let asks = ["goes here", "go here"].contains {
                document.bytes.first($0 == "goes here" ? "goes here" : "go here", in: line) != nil
            }
            if asks { return line }
        }
        return nil
    }

    /// Whether a section has an entry of its kind, or a sentence that there is none.
    private static func hasContent(_ section: Section, _ document: Document) -> Bool {
        section.entries.contains { entry in
            guard case .prose = entry.content else { return true }
            if section.kind == .prose { return true }
            let text = document.bytes[entry.range.bytes].drop { $0 == 0x2A || $0 == 0x2D || $0 == 0x5F || $0 == 0x20 }
            // A link without a bullet is content; the missing bullet is reported by another check.
            let isList = section.kind != .quote && section.kind != .pick
            return isList && text.first == UInt8(ascii: "[") || Self.nothing.contains { text.startsFolded(with: $0) }
        }
    }

    private static let nothing: [StaticString] = ["no ", "none", "nothing", "there is no", "there were no"]
}
