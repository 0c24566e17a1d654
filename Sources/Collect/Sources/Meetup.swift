internal import Context
internal import Newsletter
package import Settings
internal import Text

/// Events of Meetup groups, from Meetup's GraphQL API.
///
///     - source: meetup
///       client: abc123            # the OAuth client's key
///       member: "1234567"         # the member that owns the client
///       key-id: def456            # the signing key's identifier
///       key: MEETUP_KEY           # names the environment variable with the private key in PEM
///       groups:
///         - group: rust-berlin
///         - group: rust-oslo
///           organizer: Rust Oslo
///
/// Create a key under "OAuth clients" in a Meetup Pro account. Without a key, use `source: icalendar` to read a group's
/// calendar from `https://www.meetup.com/GROUP/events/ical/`. `organizer`, `organizer-url`, `place`, `mode` and
/// `timezone` are for details that the group doesn't have.
package struct Meetup: Source {
    package static let name = "meetup"
    package static let summary = "events of Meetup groups, from Meetup's API"
    package static let keys = SettingsMapping(
        [
            Setting(
                "groups", .list(.mapping(EventHost.keys("group", .text, example: "example-berlin"))),
                "The groups whose events are collected.",
                required: true),
            Setting("client", .text, "The key of the OAuth client.", required: true, example: "abc123"),
            Setting("member", .text, "The member that owns the OAuth client.", required: true, example: "1234567"),
            Setting("key-id", .text, "The identifier of the signing key.", required: true, example: "def456"),
            Setting("key", .secret, "The environment variable with the private key in PEM.", default: "MEETUP_KEY"),
            Setting(
                "api", .address, "The URL of the API, for mirrors and tests.",
                default: "https://api.meetup.com/gql-ext"),
            Setting(
                "token-address", .address, "The URL for tokens.", default: "https://secure.meetup.com/oauth2/access"),
        ], former: [FormerSetting.days])
    private let settings: Settings

    struct Settings: Sendable {
        var groups: [EventHost]
        var client: String
        var member: String
        var keyID: String
        var key: String
        /// The API's URL, for tests and mirrors.
        var api: String
        var token: String
    }

    package init(_ fields: SettingsFields) {
        settings = Settings(
            groups: EventHost.hosts("groups", key: "group", of: fields),
            client: fields.text("client"),
            member: fields.text("member"), keyID: fields.text("key-id"),
            key: fields.text("key"), api: fields.text("api"),
            token: fields.text("token-address"))
    }

    package func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        let token = try await accessToken(request)
        let window = request.window.ahead(days: request.eventDays)
        return await request.gather(settings.groups, atOnce: 4) { group throws(SourceFault) in
            try await events(of: group, in: window, token: token, request)
        }
    }

    private func accessToken(_ request: SourceRequest) async throws(SourceFault) -> String {
        let key = try request.secret(settings.key)
        let assertion: String
        do throws(CommandError) {
            assertion = try SignedToken.text(
                header: [("kid", .text(settings.keyID))],
                claims: [
                    ("sub", .text(settings.member)), ("iss", .text(settings.client)), ("aud", .text("api.meetup.com")),
                    ("exp", .number(request.access.now + 120)),
                ]
            ) { message throws(CommandError) in try request.access.sign(message, key) }
        } catch {
            throw request.fault(
                "\(SourceRequest.variableName(settings.key) ?? "the key") can't sign: \(error)",
                remedy: "Put the private key in PEM format into this variable")
        }
        let form = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=\(assertion)"
        let answer = try await request.client.credentials(
            Token.self, settings.token, posting: Array(form.utf8),
            headers: ["Content-Type": "application/x-www-form-urlencoded"])
        return answer.access_token
    }

    private func events(
        of group: EventHost, in window: TimeWindow, token: String, _ request: SourceRequest
    ) async throws(SourceFault) -> CollectionResult {
        var result = CollectionResult()
        var cursor: String?
        // The list is in order of time; what lies behind the window ends it.
        for _ in 0..<50 {
            let page = try await request.client.graphQL(
                Answer.self, settings.api, query: Self.query,
                variables: [("group", .text(group.address)), ("after", .optional(cursor))],
                headers: ["Authorization": "Bearer \(token)"])
            guard let found = page.value.groupByUrlname else {
                throw request.fault(
                    "is null for the group '\(group.address)'", address: settings.api, field: "groupByUrlname",
                    remedy: "Check the group's name in its URL")
            }
            result.faults += page.faults
            let nodes = found.events.edges.items.map(\.node)
            for node in nodes {
                guard let event = node.occurrence else {
                    result.faults.append(
                        request.fault(
                            "isn't a time ('\(node.dateTime)')", address: node.eventUrl, field: "dateTime"))
                    continue
                }
                if event.overlaps(window) { result.events.append(group.completing(event)) }
            }
            let isPast = nodes.last?.occurrence.map { $0.start.instant >= window.until } ?? false
            guard found.events.pageInfo.hasNextPage, let next = found.events.pageInfo.endCursor, next != cursor, !isPast
            else { break }
            cursor = next
        }
        return result
    }

    // MARK: What Meetup answers

    private static let query = """
        query($group: String!, $after: String) { groupByUrlname(urlname: $group) { events(first: 50, after: $after, \
        sort: ASC) \
        { pageInfo { hasNextPage endCursor } edges { node { id title dateTime eventUrl group { name city state \
        country } \
        venues { city state country venueType lat lon } } } } } }
        """

    private struct Token: Decodable {
        var access_token: String
    }

    private struct Answer: Decodable {
        var groupByUrlname: Group?
    }

    private struct Group: Decodable {
        struct Events: Decodable {
            var pageInfo: PageInfo
            var edges: LenientList<Edge>
        }
        struct PageInfo: Decodable {
            var hasNextPage: Bool
            var endCursor: String?
        }
        struct Edge: Decodable { var node: Node }

        var events: Events
    }

    private struct Node: Decodable {
        struct Home: Decodable {
            var name: String
            var city: String?
            var state: String?
            var country: String?
        }
        struct Venue: Decodable {
            var city: String?
            var state: String?
            var country: String?
            var venueType: String?
        }

        var id: String
        var title: String
        var dateTime: String
        var eventUrl: String
        var group: Home
        var venues: LenientList<Venue>?

        var occurrence: EventOccurrence? {
            guard let local = Timestamp.local(dateTime), let offset = local.offset else { return nil }
            let venues = venues?.items ?? []
            let halls = venues.filter { $0.venueType?.lowercased() != "online" }
            let isOnline = halls.count < venues.count
            let words = title.lowercased()
            let saysVirtual = halls.isEmpty && (words.contains("virtual") || words.contains("online"))
            let hall = halls.first
            var event = EventOccurrence(
                id: "meetup/\(id)", title: title.collapsingBlanks, url: eventUrl,
                start: .zoned(local.seconds - offset, offset: offset, zone: offset == 0 ? "UTC" : "local"),
                mode: isOnline && !halls.isEmpty ? .hybrid : isOnline || saysVirtual ? .virtual : .inPerson,
                place: EventLocation(city: hall?.city, region: hall?.state, country: hall?.country),
                organizers: [.init(name: group.name.collapsingBlanks, url: Self.groupAddress(eventUrl))])
            if event.place.country == nil {
                event.place = EventLocation(city: group.city, region: group.state, country: group.country)
            }
            return event
        }

        /// The URL of the group, such as `https://www.meetup.com/rust-berlin/`, from the URL of an event.
        private static func groupAddress(_ event: String) -> String? {
            guard let end = event.range(ofBytes: "/events/") else { return nil }
            return event[..<end.lowerBound] + "/"
        }
    }
}
