internal import Markdown
internal import Newsletter

extension Placement {
    /// A new item of an existing list, which changes nothing but the length of that list.
    struct ListItem {
        var lines: String
        /// The event; nil for items of lists that aren't sorted.
        var event: Event?
        /// The index of its section.
        var section: Int
        /// Whether the item adds an entry with a URL.
        var hasAddress: Bool
    }

    /// The candidate as an item of a list that its section already has; nil if adding the candidate may change more
    /// than the list.
    ///
    /// - Throws: the errors of ``placing(_:)-(Candidate)``, before anything is read.
    func listItem(for candidate: Candidate) throws(Diagnostic) -> ListItem? {
        if let fault = fault(of: candidate) { throw fault }
        switch candidate.content {
        case .event(let event):
            if let region = candidate.section {
                return try listItem(
                    lines(of: candidate), of: event, inRegion: region, of: candidate, hasAddress: candidate.url != nil)
            }
        case .link, .pullRequest, .proposal, .callForTesting, .callForParticipation, .job: break
        case .pick, .quote, .triage, .prose: return nil
        }
        let search = SectionSearch(draft: draft)
        guard search.missingGroup(for: candidate) == nil else { return nil }
        let section = try search.section(for: candidate)
        var form = form
        form.bullet = bullet(in: section) ?? form.bullet
        return listItem(
            form.lines(of: candidate), as: candidate.content, in: section, hasAddress: candidate.url != nil)
    }

    /// An event's lines as an item of a region's list; nil if the region has to be added.
    func listItem(
        _ lines: String, of event: Event, inRegion region: String, of candidate: Candidate, hasAddress: Bool
    ) throws(Diagnostic) -> ListItem? {
        let search = SectionSearch(draft: draft)
        guard !search.hasNone(region) else { return nil }
        return listItem(
            lines, as: .event(event), in: try search.section(for: candidate), hasAddress: hasAddress)
    }

    /// The item for some lines; nil if the section has no list yet, or its kind isn't read item by item.
    private func listItem(
        _ lines: String, as content: Entry.Content, in section: Section, hasAddress: Bool
    ) -> ListItem? {
        switch section.kind {
        case .links, .events, .pullRequests, .proposals, .testing, .participation, .jobs: break
        default: return nil
        }
        guard let bullet = ownBullet(of: section), Bullet.of(lines) != nil,
            let index = draft.issue.sections.firstIndex(where: { $0.range.bytes == section.range.bytes })
        else { return nil }
        var event: Event?
        if case .event(let own) = content { event = own }
        return ListItem(
            lines: Bullet.replacing(lines, with: bullet), event: event, section: index, hasAddress: hasAddress)
    }
}
