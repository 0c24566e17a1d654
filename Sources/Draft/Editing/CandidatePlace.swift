internal import Archive
package import Newsletter

extension WorkingDraft {
    /// The section that a candidate belongs to, and the headings above it, innermost first.
    ///
    /// For a region or group that has no heading yet, the section in which it would be created; empty if none fits.
    package func place(of candidate: Candidate) -> [Section] {
        let search = SectionSearch(draft: self)
        guard let section = search.likelySection(for: candidate),
            var index = issue.sections.firstIndex(where: { $0.range.bytes == section.range.bytes })
        else { return [] }
        var place = [section]
        while let parent = search.parent(of: index), issue.sections[parent].level > 0 {
            place.append(issue.sections[parent])
            index = parent
        }
        return place
    }

    /// The rule of a section: its own, or that of the nearest heading above that has one.
    func rule(of section: Section) -> SectionRule? {
        issue.sections.firstIndex { $0.range.bytes == section.range.bytes }.flatMap {
            SectionSearch(draft: self).rule(of: $0)
        }
    }
}

extension SectionSearch {
    fileprivate func likelySection(for candidate: Candidate) -> Section? {
        if let group = missingGroup(for: candidate) { return group.parentSection }
        if case .event = candidate.content, let region = candidate.section {
            return named(region, for: .events) ?? draft.issue.sections.first { $0.kind == .events && $0.level > 0 }
        }
        // An item that has no section of its own belongs nowhere.
        return try? section(for: candidate)
    }
}
