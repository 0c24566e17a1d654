internal import Markdown
package import Newsletter

/// Writes the sentences with totals, such as "297 pull requests were merged in the last week".
package struct TotalSentences: Sendable {
    private let rules: [(rule: SectionRule, form: String)]

    package init(_ publication: Publication) {
        rules = publication.sections.compactMap { rule in rule.total.map { (rule, $0) } }
    }

    /// The draft with up-to-date sentences; a sentence that an editor has changed or removed is left alone.
    ///
    /// - Parameters:
    ///   - totals: the totals of the sources; the first one of a section counts.
    ///   - isMeant: whether to change a section.
    /// - Throws: ``Diagnostics`` if the result isn't an issue.
    package func written(
        _ totals: [Total], in draft: WorkingDraft, remembering memory: DecisionLog,
        where isMeant: (Section) -> Bool = { _ in true }
    ) throws -> (draft: WorkingDraft, memory: DecisionLog) {
        guard let total = totals.first else { return (draft, memory) }
        var (draft, memory) = (draft, memory)
        for (rule, form) in rules {
            guard let section = section(of: rule, in: draft), isMeant(section) else { continue }
            let text = form.replacing("{count}", with: String(total.count)).replacing(
                "{url}", with: MarkdownText.address(total.url))
            if let written = memory.sentence(in: section.title) {
                guard written.text != text, let range = Self.range(of: written.text, in: section, of: draft)
                else { continue }
                var writer = IssueWriter(draft.bytes)
                writer.replace(range, with: text)
                draft = try draft.with(try writer.bytes())
            } else if anchor(in: section, of: draft) == nil {
                let line = SectionShape(section, in: draft.source).commentOrHeading
                draft = try Placement.inserting(text + "\n", below: line, isItem: false, of: draft)
            }
            memory.remember(TotalSentence(section: section.title, source: total.source, text: text))
        }
        return (draft, memory)
    }

    /// The last line of a section's sentence, even if an editor has reworded it; nil if there is none.
    func anchor(in section: Section, of draft: WorkingDraft) -> SourceRange? {
        let forms = rules.filter { rule, _ in rule.kind == section.kind }.map(\.form)
        let words = forms.flatMap { $0.split(whereSeparator: \.isNewline) }.compactMap(Self.longestWords)
        guard !words.isEmpty else { return nil }
        return Self.lines(of: section, in: draft).last { line in
            let text = String(decoding: draft.bytes[line.bytes], as: UTF8.self)
            return words.contains { text.contains($0) }
        }
    }

    private func section(of rule: SectionRule, in draft: WorkingDraft) -> Section? {
        let search = SectionSearch(draft: draft)
        let sections = draft.issue.sections
        return sections.indices.first { sections[$0].level > 0 && search.rule(of: $0) == rule }.map { sections[$0] }
    }

    /// The longest fixed part of a line of the form; nil if no part distinguishes it from other lines.
    private static func longestWords(_ line: Substring) -> String? {
        let parts = line.replacing("{url}", with: "{count}").split(separator: "{count}").map(String.init)
        return parts.max { $0.utf8.count < $1.utf8.count }.flatMap { $0.utf8.count >= 8 ? $0 : nil }
    }

    private static func lines(of section: Section, in draft: WorkingDraft) -> [SourceRange] {
        (section.range.start.line...section.range.end.line).map { line in
            draft.source.range(draft.source.start(ofLine: line)..<draft.source.start(ofLine: line + 1))
        }
    }

    /// The location of a text that occurs word for word.
    private static func range(of text: String, in section: Section, of draft: WorkingDraft) -> SourceRange? {
        let bytes = Array(text.utf8)
        let range = section.range.bytes
        guard let first = bytes.first, bytes.count <= range.count else { return nil }
        let start = (range.lowerBound...(range.upperBound - bytes.count)).first { start in
            draft.bytes[start] == first && draft.bytes[start..<(start + bytes.count)].elementsEqual(bytes)
        }
        return start.map { draft.source.range($0..<($0 + bytes.count)) }
    }
}
