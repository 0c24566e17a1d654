internal import Markdown
package import Newsletter

/// Puts an entry into a draft where a careful person would: in its section, in its order, nothing else touched.
package struct Placement {
    private let draft: WorkingDraft
    private let form: EntryForm
    private let regions: [String]

    package init(into draft: WorkingDraft, publication: Publication) {
        self.init(
            draft: draft, form: EntryForm(words: Words.of(publication.language), pick: publication.draft.pick),
            regions: publication.draft.regions)
    }

    private init(draft: WorkingDraft, form: EntryForm, regions: [String]) {
        (self.draft, self.form, self.regions) = (draft, form, regions)
    }

    /// The draft with the candidate in it.
    ///
    /// - Throws: a ``Diagnostic`` where the draft has no section for it, ``Diagnostics`` where the result is no issue.
    package func placing(_ candidate: Candidate) throws -> WorkingDraft {
        if case .event = candidate.content, let region = candidate.section,
            SectionSearch(draft: draft).named(region) == nil,
            let opened = try RegionOpening(draft: draft, regions: regions).opening(region)
        {
            return try Placement(draft: opened, form: form, regions: regions).placing(candidate)
        }
        let section = try SectionSearch(draft: draft).section(for: candidate)
        var form = form
        form.bullet = bullet(in: section)
        return try placing(form.lines(of: candidate), as: candidate.content, title: candidate.title, in: section)
    }

    /// The draft with an entry's lines in a section.
    func placing(_ lines: String, as content: Entry.Content, title: String, in section: Section) throws -> WorkingDraft
    {
        var writer = IssueWriter(draft.bytes)
        let listed = section.entries.filter { $0.content != .prose }
        if case .event(let event) = content {
            let order = EventOrder(event, title: title)
            if let next = listed.first(where: { EventOrder($0).map { order < $0 } ?? false }) {
                writer.insert(lines, before: next.range)
                return try draft.with(try writer.bytes())
            }
        }
        if let last = listed.last {
            writer.insert(lines, after: last.range)
        } else {
            return try Self.inserting(lines, intoEmpty: section, of: draft)
        }
        return try draft.with(try writer.bytes())
    }

    /// Behind the last comment, which in templates marks the place; else behind the section's own words.
    static func inserting(_ lines: String, intoEmpty section: Section, of draft: WorkingDraft) throws -> WorkingDraft {
        var writer = IssueWriter(draft.bytes)
        let shape = SectionShape(section, in: draft.source)
        let anchor = shape.anchor
        let isList = lines.hasPrefix("* ") || lines.hasPrefix("- ") || lines.hasPrefix("+ ")
        let before = isList && anchor.isItem ? "" : "\n"
        writer.insert(before + lines + (anchor.isLast || anchor.isBlankBelow ? "" : "\n"), after: anchor.line)
        return try draft.with(try writer.bytes())
    }

    /// As the section's entries have it, else as the draft's first list.
    private func bullet(in section: Section) -> String {
        for section in [section] + draft.issue.sections {
            for entry in section.entries where entry.content != .prose {
                let first = draft.bytes[entry.range.bytes.lowerBound]
                if first == UInt8(ascii: "*") || first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
                    return String(UnicodeScalar(first))
                }
            }
        }
        return "*"
    }
}
