package import Newsletter

/// Makes the next issue's draft from the template and from what the last issue still has to say.
package struct Drafter: Sendable {
    private let publication: Publication
    private let rules: SectionRules

    package init(_ publication: Publication) {
        self.publication = publication
        rules = SectionRules(publication.sections)
    }

    /// - Parameters:
    ///   - template: its text; nil where the publication has none.
    ///   - last: the issue before, from which events and calls are carried over.
    ///   - file: the draft's path, for messages.
    /// - Throws: a ``Diagnostic`` where there is neither template nor issue, ``Diagnostics`` where the result is no issue.
    package func draft(
        _ next: NextIssue, template: String?, last: WorkingDraft?, file: String
    ) throws -> WorkingDraft {
        let carried = last.map { CarriedOver(from: $0, to: next.date, days: publication.draft.eventDays) }
        let text = template ?? last.map { Skeleton.text(from: $0, publication: publication) }
        guard let text else {
            throw Diagnostic(
                "there is neither a template nor an issue to take the headings from",
                remedy: "Name a template under 'draft: template:' in the settings")
        }
        let listsEvents = text.contains("events_list")
        let filled = DraftTemplate(
            values: values(next, events: carried?.markdown(level: nil) ?? ""), placeholders: placeholders(next)
        ).filled(text)
        var draft = try WorkingDraft(Array(filled.utf8), file: file, rules: rules)
        if let carried {
            if !listsEvents { draft = try placing(carried.regions, in: draft) }
            draft = try placing(carried.calls, in: draft)
        }
        return try NoneSentences(publication.draft.none).reconciled(draft)
    }

    /// The draft's file name in its folder.
    package func fileName(_ next: NextIssue) -> String {
        publication.draft.file.replacing("{date}", with: next.date.description)
            .replacing("{number}", with: String(next.number)).replacing("{slug}", with: Slug.of(publication.title))
    }

    private func values(_ next: NextIssue, events: String) -> [String: String] {
        let end = next.date.adding(days: publication.draft.eventDays) ?? next.date
        let editors = publication.people.map { person in
            person.url.map { "* [\(person.name)](\($0))" } ?? "* \(person.name)"
        }
        return [
            "issue_number": String(next.number), "issue_date": next.date.description,
            "events_end_date": end.description, "events_list": events,
            "editors": editors.joined(separator: "\n"),
            "discuss_url": address(.discuss, next), "jobs_url": address(.jobs, next),
        ]
    }

    private func placeholders(_ next: NextIssue) -> [String: String] {
        publication.draft.placeholders.mapValues { address($0, next) }
    }

    /// Absolute, since mail and feeds carry it, too.
    private func address(_ lasting: LastingAddress, _ next: NextIssue) -> String {
        publication.address + lasting.path(ofIssue: next.number)
    }

    private func placing(_ regions: [CarriedOver.Region], in draft: WorkingDraft) throws -> WorkingDraft {
        var draft = draft
        for region in regions {
            if SectionSearch(draft: draft).named(region.title) == nil {
                let opening = RegionOpening(draft: draft, regions: publication.draft.regions)
                guard let opened = try opening.opening(region.title) else { continue }
                draft = opened
            }
            for item in region.entries { draft = try placing(item, in: region.title, of: draft) }
        }
        return draft
    }

    private func placing(
        _ calls: [(section: String, item: CarriedOver.Item)], in draft: WorkingDraft
    ) throws -> WorkingDraft {
        var draft = draft
        for (section, item) in calls where SectionSearch(draft: draft).named(section) != nil {
            draft = try placing(item, in: section, of: draft)
        }
        return draft
    }

    private func placing(_ item: CarriedOver.Item, in title: String, of draft: WorkingDraft) throws -> WorkingDraft {
        guard let section = SectionSearch(draft: draft).named(title) else { return draft }
        return try Placement(into: draft, publication: publication).placing(
            item.text, as: item.entry.content, title: item.entry.title, in: section)
    }
}
