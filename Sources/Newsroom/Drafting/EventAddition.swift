internal import Archive
internal import Draft
package import Newsletter
package import Text

/// An event as an editor describes it; what they leave out is derived from the rest.
package struct EventAddition: Sendable {
    package var url: String
    package var title: String
    package var start: CalendarDate
    package var end: CalendarDate?
    /// The time of day, if known.
    package var times: EventTimes?
    /// The region's heading. By default, that of the country in ``place``, or that of virtual events.
    package var region: String?
    /// Whether a region that neither the settings nor the draft have is added to the draft.
    package var opensRegion: Bool
    package var place: String?
    package var mode: Event.Mode?
    package var organizer: Event.Organizer?

    package init(
        url: String, title: String, start: CalendarDate, end: CalendarDate? = nil, times: EventTimes? = nil,
        region: String? = nil, opensRegion: Bool = false, place: String? = nil, mode: Event.Mode? = nil,
        organizer: Event.Organizer? = nil
    ) {
        self.url = url
        self.title = title
        self.start = start
        self.end = end
        self.times = times
        self.region = region
        self.opensRegion = opensRegion
        self.place = place
        self.mode = mode
        self.organizer = organizer
    }

    /// The candidate for a draft.
    ///
    /// - Parameter sections: those of the draft; one that isn't for events is refused later, with a better reason.
    /// - Throws: a ``Diagnostic`` if the region is unknown, or the place is missing.
    func candidate(_ regions: [RegionRule], sections: [Section]) throws(Diagnostic) -> Candidate {
        let virtual = regions.first(where: \.isVirtual)?.heading
        let region = try region(regions, sections: sections)
        let isVirtual = virtual.map { SectionName.key($0) == SectionName.key(region) } ?? false
        let mode = mode ?? (isVirtual ? .virtual : .inPerson)
        guard place != nil || mode == .virtual else {
            throw Diagnostic(
                "an event in '\(region)' needs a place",
                remedy: "Pass the city and the country with --place, such as 'Ulm, DE', or pass --mode virtual")
        }
        return Candidate(
            source: "add", kind: .events, section: region, title: title, url: url,
            content: .event(
                Event(
                    start: start, end: end, mode: mode, place: place, organizers: [organizer].compactMap { $0 },
                    times: times)))
    }

    private func region(_ regions: [RegionRule], sections: [Section]) throws(Diagnostic) -> String {
        guard let region else {
            let derived: String?
            if let place, mode != .virtual {
                derived = EventLocation(place: place).country.flatMap { Country($0) }.flatMap {
                    regions.heading(for: $0)
                }
            } else {
                derived = regions.first(where: \.isVirtual)?.heading
            }
            guard let derived else {
                throw Diagnostic(
                    place.map { "no region is known for '\($0)'" } ?? "the event has neither a region nor a place",
                    remedy: "Pass the region's heading with --region")
            }
            return derived
        }
        let key = SectionName.key(region)
        guard !opensRegion, !key.isEmpty,
            !(regions.headings + sections.map(\.title)).contains(where: { SectionName.key($0) == key })
        else { return region }
        let known = regions.headings + sections.filter { $0.kind == .events }.map(\.title)
        let advice = "to add the region, pass --new-region"
        throw Diagnostic(
            "this publication has no region '\(region)'",
            remedy: ClosestMatch.of(region, among: known).map { "Did you mean '\($0)'? Otherwise, \(advice)" }
                ?? "The regions are: \(known.joined(separator: ", ")); \(advice)")
    }

    /// A warning if the draft's readers don't expect the event yet, or can't attend it any more; otherwise nil.
    func warning(in issue: CalendarDate, days: Int, file: String) -> Diagnostic? {
        if let last = issue.adding(days: days), start > last {
            return Diagnostic(
                "\(start) is after the last day of the issue's events, \(last)",
                remedy: "Correct the date, or remove the event and add it to a later issue", file: file,
                severity: .warning)
        }
        guard (end ?? start) < issue else { return nil }
        return Diagnostic(
            "the event is over when the issue comes out, on \(issue)", remedy: "Correct the date, or remove the event",
            file: file, severity: .warning)
    }
}

extension Adding {
    /// Adds an event under its region.
    ///
    /// - Throws: the errors of ``add(_:suggestsSection:)``; a ``Diagnostic`` if the region is unknown, or the place is
    ///   missing.
    package func add(_ event: EventAddition) async throws -> PlacedEntry {
        let draft = try session.draft(named: draft)
        let sections = draft.issue.sections.filter { $0.level > 0 }
        let candidate = try event.candidate(session.publication.regions, sections: sections)
        let placed = try await add(candidate)
        if let warning = event.warning(
            in: draft.issue.header.date, days: session.publication.eventDays, file: draft.file)
        {
            session.notify(.fault(warning))
        }
        return placed
    }
}
