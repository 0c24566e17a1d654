package import Newsletter
internal import Text

/// Makes the next issue's draft from the template and from the events and calls of the last issue that are still open.
package struct Drafter: Sendable {
    private let publication: Publication
    private let rules: SectionRules

    package init(_ publication: Publication) {
        self.publication = publication
        rules = SectionRules(publication)
    }

    /// - Parameters:
    ///   - template: the template's text; nil if the publication has none.
    ///   - last: the previous issue, from which events and calls are carried over.
    ///   - earlier: the issues before it, newest first; without a template, they say which headings and which text
    ///     every issue has.
    ///   - file: the draft's path, for messages.
    /// - Throws: a ``Diagnostic`` if there is neither a template nor an issue; ``Diagnostics`` if the result isn't an
    ///   issue.
    package func draft(
        _ next: NextIssue, template: String?, last: WorkingDraft?, earlier: [WorkingDraft] = [], file: String
    ) throws -> WorkingDraft {
        let carried = last.map {
            CarriedOver(
                from: $0, to: next.date, days: publication.eventDays, order: publication.regions.headings)
        }
        guard let text = template ?? last.map({ Skeleton(from: $0, earlier: earlier, publication: publication).text })
        else {
            throw Diagnostic(
                "there is no template, and no earlier issue whose headings could be used",
                remedy: "Set the path of a template with 'draft: template:' in the settings")
        }
        let filled = DraftTemplate(
            values: values(next, events: carried?.markdown ?? ""),
            placeholders: publication.placeholders.compactMapValues { $0.address.map { address($0, next) } }
        ).filled(text)
        var draft = try WorkingDraft(
            Array(filled.utf8), file: file, rules: self.rules, issueRules: publication.issueRules)
        if let carried {
            if !TemplateVariable.eventsList.occurs(in: text) { draft = try placing(carried.regions, in: draft) }
            draft = try placing(carried.calls, in: draft)
        }
        return try EmptySectionTexts(publication).reconciled(draft)
    }

    /// The draft's file name in its folder.
    package func fileName(_ next: NextIssue) -> String {
        publication.draft.file.replacing("{date}", with: next.date.description)
            .replacing("{number}", with: String(next.number)).replacing("{slug}", with: Slug.of(publication.title))
    }

    private func values(_ next: NextIssue, events: String) -> [TemplateVariable: String] {
        let end = next.date.adding(days: publication.eventDays) ?? next.date
        let editors = publication.people.map { person in
            let name = MarkdownText.escaped(person.name)
            return person.url.map { "* [\(name)](\(MarkdownText.address($0)))" } ?? "* \(name)"
        }
        return [
            .issueNumber: String(next.number), .issueDate: next.date.description, .eventsEndDate: end.description,
            .eventsList: events, .editors: editors.joined(separator: "\n"),
            .discussURL: address(.discuss, next), .jobsURL: address(.jobs, next),
        ]
    }

    /// The absolute address of a permanent URL, because the draft's text also appears in mail and feeds.
    private func address(_ lasting: LastingAddress, _ next: NextIssue) -> String {
        SiteAddress(publication).url(SiteAddress.page(of: lasting, issue: next.number))
    }

    /// Adds the regions to the draft; if it has no section for events, they are left out.
    private func placing(_ regions: [CarriedOver.Region], in draft: WorkingDraft) throws -> WorkingDraft {
        guard let parentSection = draft.issue.sections.first(where: { $0.kind == .events && $0.level > 0 }) else {
            return draft
        }
        var draft = draft
        for region in regions {
            // A heading that is now used for something else can't contain events.
            let search = SectionSearch(draft: draft)
            let isTaken = !search.hasNone(region.title) && search.named(region.title, for: .events) == nil
            let title = region.heading == nil || isTaken ? parentSection.title : region.title
            try PlacementBatch.run(region.events[...], on: &draft, draft: \.self, publication: publication) {
                items, _, batch in
                for item in items {
                    guard case .event(let event) = item.entry.content else { continue }
                    try batch.place(
                        item.text, of: event, inRegion: title, of: candidate(item, kind: .events, section: title))
                }
            }
        }
        return draft
    }

    /// Adds entries under the heading that they had in the last issue, or under its replacement.
    private func placing(
        _ calls: [(section: String, item: CarriedOver.Item)], in draft: WorkingDraft
    ) throws -> WorkingDraft {
        var draft = draft
        for (section, item) in calls {
            let named = SectionSearch(draft: draft).named(section, for: .participation) == nil ? nil : section
            let candidate = candidate(item, kind: .participation, section: named)
            // If the draft has no section for it, it is left out.
            guard (try? SectionSearch(draft: draft).section(for: candidate)) != nil else { continue }
            draft = try Placement(into: draft, publication: publication).placing(
                item.text, as: item.entry.content, for: candidate)
        }
        return draft
    }

    private func candidate(_ item: CarriedOver.Item, kind: SectionKind, section: String?) -> Candidate {
        Candidate(
            source: "", kind: kind, section: section, title: item.entry.title, url: item.entry.url,
            content: item.entry.content)
    }
}
