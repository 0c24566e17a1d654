internal import Context
internal import Newsletter
package import Settings
internal import Text

/// Events of groups on Mobilizon instances, from their GraphQL API.
///
///     - source: mobilizon
///       instance: https://mobilizon.example.org
///       groups:
///         - group: rust_lyon
///           timezone: Europe/Paris
///
/// Mobilizon returns times in UTC; `timezone` is the zone of the events. `organizer`, `organizer-url`, `place` and
/// `mode` are for details that the group doesn't have.
package struct Mobilizon: Source {
    package static let name = "mobilizon"
    package static let summary = "events of groups on Mobilizon"
    package static let keys = SettingsMapping(
        [
            Setting(
                "groups", .list(.mapping(EventHost.keys("group", .text, example: "example_lyon"))),
                "The groups whose events are collected.",
                required: true),
            Setting(
                "instance", .address, "The URL of the instance.", required: true,
                example: "https://mobilizon.example.org"),
        ], former: [FormerSetting.days])
    private let settings: Settings

    struct Settings: Sendable {
        var instance: String
        var groups: [EventHost]
    }

    package init(_ fields: SettingsFields) {
        let instance = fields.text("instance")
        settings = Settings(
            instance: instance.hasSuffix("/") ? String(instance.dropLast()) : instance,
            groups: EventHost.hosts("groups", key: "group", of: fields))
    }

    package func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        let window = request.window.ahead(days: request.eventDays)
        return await request.gather(settings.groups, atOnce: 2) { group throws(SourceFault) in
            try await events(of: group, in: window, request)
        }
    }

    private func events(
        of group: EventHost, in window: TimeWindow, _ request: SourceRequest
    ) async throws(SourceFault) -> CollectionResult {
        var result = CollectionResult()
        for number in 1...50 {
            let page = try await request.client.graphQL(
                Answer.self, settings.instance + "/api", query: Self.query,
                variables: [
                    ("group", .text(group.address)), ("page", .number(number)),
                    ("after", .text(Timestamp.text(window.since))),
                ], headers: [:])
            guard let found = page.value.group else {
                throw request.fault(
                    "is null for '\(group.address)'", address: settings.instance + "/api", field: "group",
                    remedy: "Check the group's name")
            }
            result.faults += page.faults
            let elements = found.organizedEvents.elements.items
            for element in elements {
                guard let event = element.occurrence(by: found.name, at: "\(settings.instance)/@\(group.address)")
                else {
                    result.faults.append(
                        request.fault(
                            "isn't a time ('\(element.beginsOn)')", address: element.url, field: "beginsOn"))
                    continue
                }
                if event.overlaps(window) { result.events.append(group.completing(event)) }
            }
            if number * 50 >= found.organizedEvents.total { break }
        }
        return result
    }

    // MARK: What Mobilizon answers

    private static let query = """
        query($group: String!, $page: Int!, $after: DateTime) { group(preferredUsername: $group) { name \
        organizedEvents(page: $page, limit: 50, afterDatetime: $after) { total elements { title url beginsOn endsOn \
        status \
        physicalAddress { locality region country } onlineAddress } } } }
        """

    private struct Answer: Decodable {
        var group: Group?
    }

    private struct Group: Decodable {
        struct Events: Decodable {
            var total: Int
            var elements: LenientList<Element>
        }

        var name: String?
        var organizedEvents: Events
    }

    private struct Element: Decodable {
        struct Address: Decodable {
            var locality: String?
            var region: String?
            var country: String?
        }

        var title: String
        var url: String
        var beginsOn: String
        var endsOn: String?
        var status: String?
        var physicalAddress: Address?
        var onlineAddress: String?

        func occurrence(by group: String?, at address: String) -> EventOccurrence? {
            guard let start = Timestamp.rfc3339(beginsOn) else { return nil }
            let end = endsOn.flatMap(Timestamp.rfc3339)
            let place = EventLocation(
                city: physicalAddress?.locality, region: physicalAddress?.region, country: physicalAddress?.country)
            return EventOccurrence(
                id: url, title: title.collapsingBlanks, url: url, start: .zoned(start, offset: 0, zone: "UTC"),
                end: end.map { .zoned($0, offset: 0, zone: "UTC") },
                mode: physicalAddress == nil && onlineAddress != nil ? .virtual : .inPerson, place: place,
                organizers: group.map { [.init(name: $0, url: address)] } ?? [],
                status: status == "CANCELLED" ? .cancelled : status == "TENTATIVE" ? .tentative : .confirmed)
        }
    }
}
