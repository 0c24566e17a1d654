internal import Address
internal import Markdown
package import Newsletter

/// Adds an entry to a draft, in its section and in the order of that section, without changing anything else.
package struct Placement {
    let draft: WorkingDraft
    let form: EntryForm
    private let publication: Publication
    private let totals: TotalSentences

    package init(into draft: WorkingDraft, publication: Publication) {
        self.draft = draft
        self.publication = publication
        form = EntryForm(
            words: publication.localization, pick: publication.draft.pick, report: publication.draft.report
        )
        totals = TotalSentences(publication)
    }

    /// The draft with the candidate in it.
    ///
    /// - Throws: a ``Diagnostic`` if the candidate can't become an entry, or the draft has no section for it;
    ///   ``Diagnostics`` if the result isn't an issue.
    package func placing(_ candidate: Candidate) throws -> WorkingDraft {
        if let fault = fault(of: candidate) { throw fault }
        if case .event(let event) = candidate.content, let region = candidate.section {
            return try checked(
                try placing(lines(of: candidate), of: event, inRegion: region, of: candidate), candidate)
        }
        let search = SectionSearch(draft: draft)
        if let group = search.missingGroup(for: candidate) {
            let opened = try GroupOpening(draft: draft).opening(
                group.title, below: group.parentSection, with: lines(of: candidate))
            return try checked(opened, candidate)
        }
        let section = try search.section(for: candidate)
        if case .triage = candidate.content, section.entries.contains(where: { $0.content == .triage }) {
            throw Diagnostic(
                "'\(section.title)' already has a report", remedy: "To replace the report, remove it by hand first",
                file: draft.file)
        }
        var form = form
        form.bullet = bullet(in: section) ?? form.bullet
        return try checked(try placing(form.lines(of: candidate), as: candidate.content, in: section), candidate)
    }

    /// The lines of the candidate's entry, with the bullet that its section uses.
    func lines(of candidate: Candidate) -> String {
        var form = form
        form.bullet = bullet(in: nil) ?? form.bullet
        return form.lines(of: candidate)
    }

    /// The draft with an event's lines in a region, which is added if it doesn't exist.
    func placing(
        _ lines: String, of event: Event, inRegion region: String, of candidate: Candidate
    ) throws -> WorkingDraft {
        let search = SectionSearch(draft: draft)
        guard search.hasNone(region) else {
            return try placing(lines, as: .event(event), in: try search.section(for: candidate))
        }
        let key = SectionName.key(region)
        guard !key.isEmpty else {
            throw Diagnostic("the region has no name", remedy: "Pass it with --region", file: draft.file)
        }
        let regions = publication.regions.headings
        let name = regions.first { SectionName.key($0) == key } ?? region
        if let opened = try RegionOpening(draft: draft, regions: regions).opening(name, with: lines) { return opened }
        return try placing(lines, as: .event(event), in: try search.section(for: candidate))
    }

    /// The draft after adding a candidate, if the new entry can be found in it.
    ///
    /// - Throws: a ``Diagnostic`` if the lines aren't read as an entry, so that it couldn't be moved or removed later.
    func checked(_ placed: WorkingDraft, _ candidate: Candidate) throws(Diagnostic) -> WorkingDraft {
        guard let url = candidate.url, Self.linkedEntries(placed) <= Self.linkedEntries(draft) else { return placed }
        if candidate.kind == .pick {
            throw Diagnostic(
                "the draft already has a pick, and a second one is recognised only if it begins like the first",
                remedy: "Remove the first pick, or write both by hand", file: draft.file)
        }
        throw Diagnostic(
            "'\(url)' would not be recognised as an entry in that section",
            remedy: "Choose another section, or write the entry by hand",
            file: draft.file)
    }

    private static func linkedEntries(_ draft: WorkingDraft) -> Int {
        draft.issue.sections.reduce(0) { sum, section in sum + section.entries.count { $0.url != nil } }
    }

    /// The draft with an entry's lines in the section that a candidate belongs to.
    func placing(_ lines: String, as content: Entry.Content, for candidate: Candidate) throws
        -> WorkingDraft
    {
        try placing(lines, as: content, in: try SectionSearch(draft: draft).section(for: candidate))
    }

    /// The draft with an entry's lines in a section.
    func placing(_ lines: String, as content: Entry.Content, in section: Section) throws -> WorkingDraft {
        let lines = bullet(in: section).map { Bullet.replacing(lines, with: $0) } ?? lines
        let listed = section.entries.filter { $0.content != .prose }
        guard let last = listed.last else {
            if let sentence = totals.anchor(in: section, of: draft) {
                return try Self.inserting(lines, below: sentence, isItem: false, of: draft)
            }
            return try Self.inserting(lines, intoEmpty: section, of: draft)
        }
        var writer = IssueWriter(draft.bytes)
        if case .event(let event) = content,
            let next = listed.first(where: { EventOrder($0).map { EventOrder(event) < $0 } ?? false })
        {
            writer.insert(lines, before: next.range)
        } else if Bullet.of(lines) != nil {
            writer.insert(lines, after: last.range)
        } else {
            let end = draft.extent(of: last, in: section)
            let isBlankBelow = draft.isBlank(line: end.end.line + 1)
            writer.insert("\n" + lines + (isBlankBelow ? "" : "\n"), after: end)
        }
        return try draft.with(try writer.bytes())
    }

    /// Inserts lines after the last comment, which marks the position in templates, or else after the section's own
    /// text.
    static func inserting(_ lines: String, intoEmpty section: Section, of draft: WorkingDraft) throws -> WorkingDraft {
        let anchor = SectionShape(section, in: draft.source).anchor
        return try inserting(lines, below: anchor.line, isItem: anchor.isItem, of: draft)
    }

    /// Inserts lines below a line, with a blank line in between unless both are items of one list.
    static func inserting(
        _ lines: String, below line: SourceRange, isItem: Bool, of draft: WorkingDraft
    ) throws -> WorkingDraft {
        var writer = IssueWriter(draft.bytes)
        let above = Bullet.of(lines) != nil && isItem ? "" : "\n"
        let below = draft.isBlank(line: line.end.line + 1) ? "" : "\n"
        writer.insert(above + lines + below, after: line)
        return try draft.with(try writer.bytes())
    }

    /// A diagnostic for a candidate that can't become a safe entry; nil if it can.
    func fault(of candidate: Candidate) -> Diagnostic? {
        if MarkdownText.oneLine(candidate.title).isEmpty {
            return Diagnostic("the entry has no title", remedy: "Pass it with --title", file: draft.file)
        }
        guard let url = candidate.url, LinkHost.of(url) == nil else { return nil }
        return .invalidAddress(url, file: draft.file)
    }

    /// The bullet of the section's entries, or else of the draft's first list; nil if there is no list.
    func bullet(in section: Section?) -> String? {
        if let section, let bullet = ownBullet(of: section) { return bullet }
        for section in draft.issue.sections {
            if let bullet = ownBullet(of: section) { return bullet }
        }
        return nil
    }

    func ownBullet(of section: Section) -> String? {
        for entry in section.entries where entry.content != .prose {
            if let bullet = Bullet.of(Array(draft.bytes[entry.range.bytes].prefix(2))) { return String(bullet) }
        }
        return nil
    }
}
