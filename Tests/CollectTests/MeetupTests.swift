import Context
import Newsletter
import Synchronization
import Testing

@testable import Collect

@Suite struct MeetupTests {
    private static let settings = """
          - source: meetup
            client: abc
            member: "42"
            key-id: k1
            api: https://m/gql
            token-address: https://m/token
            groups: [{ group: rust-berlin }, { group: nobody }]

        """

    private static func event(_ id: Int, _ time: String, _ venues: String = "[]", title: String = "Talks") -> String {
        #"{"node": {"id": "\#(id)", "title": "\#(title)", "dateTime": "\#(time)", "eventUrl": "https://www.meetup.com/rust-berlin/events/\#(id)/", "group": {"name": "Rust Berlin", "city": "Berlin", "state": "", "country": "de"}, "venues": \#(venues)}}"#
    }

    private static func page(_ edges: [String], next: String? = nil) -> String {
        let cursor = next.map { "\"\($0)\"" } ?? "null"
        return
            #"{"data": {"groupByUrlname": {"events": {"pageInfo": {"hasNextPage": \#(next != nil), "endCursor": \#(cursor)}, "edges": [\#(edges.joined(separator: ","))]}}}}"#
    }

    /// Answers by the question's variables; counts the pages asked for.
    private func web(_ pages: [String: String], asked: @escaping @Sendable (HTTPRequest) -> Void = { _ in }) -> HTTP {
        HTTP { request throws(HTTPError) in
            asked(request)
            let body = String(decoding: request.body, as: UTF8.self)
            if request.url == "https://m/token" { return HTTPResponse(#"{"access_token": "T"}"#) }
            for (mark, page) in pages where body.contains(mark) { return HTTPResponse(page) }
            return HTTPResponse(#"{"data": {"groupByUrlname": null}}"#)
        }
    }

    private func collected(_ pages: [String: String]) async throws -> CollectionResult {
        let http = web(pages)
        return try await collect(Self.settings) { access in
            access.http = http
            access.secret = { $0 == "MEETUP_KEY" ? "PEM" : nil }
            access.sign = { message, key throws(CommandError) in key == "PEM" ? [1, 2, 3] : [] }
        }
    }

    @Test func readsAllPagesOfAGroup() async throws {
        let result = try await collected([
            #""group":"rust-berlin","after":null"#: Self.page(
                [Self.event(1, "2026-07-09T19:00+02:00"), Self.event(2, "2026-07-10T19:00+02:00")], next: "c1"),
            #""after":"c1""#: Self.page([
                Self.event(3, "2026-07-11T19:00+02:00", #"[{"city": "Potsdam", "country": "de", "venueType": ""}]"#),
                Self.event(4, "2026-07-12T19:00+02:00", #"[{"venueType": "online"}]"#),
                Self.event(5, "2026-07-13T19:00+02:00", "[]", title: "Online meeting"), #"{"node": {"id": "6"}}"#,
                Self.event(7, "2026-12-13T19:00+02:00"),
            ]),
        ])
        #expect(
            result.events.map { $0.start.description } == [
                "2026-07-09T19:00+02:00 local", "2026-07-10T19:00+02:00 local", "2026-07-11T19:00+02:00 local",
                "2026-07-12T19:00+02:00 local", "2026-07-13T19:00+02:00 local",
            ])
        #expect(
            result.events.map { $0.place.text } == [
                "Berlin, DE", "Berlin, DE", "Potsdam, DE", "Berlin, DE", "Berlin, DE",
            ])
        #expect(result.events.map(\.mode) == [.inPerson, .inPerson, .inPerson, .virtual, .virtual])
        #expect(
            result.events[0].organizers == [.init(name: "Rust Berlin", url: "https://www.meetup.com/rust-berlin/")])
        #expect(
            result.faults.map(\.description) == [
                "meetup: https://m/gql: 'data.groupByUrlname.events.edges[3].node.title' is missing. Open the address to see the answer; the service may have changed its format",
                "meetup: https://m/gql: 'groupByUrlname' is null for the group 'nobody'. Check the group's name in its URL",
            ])
    }

    @Test func asksWithASignedToken() async throws {
        let bodies = Mutex<[String]>([])
        let http = web([:]) { request in
            bodies.withLock {
                $0.append("\(request.headers["Authorization"] ?? "-") \(String(decoding: request.body, as: UTF8.self))")
            }
        }
        _ = try await collect(Self.settings, in: TimeWindow(since: 0, until: 1000)) { access in
            access.http = http
            access.secret = { _ in "PEM" }
            access.sign = { _, _ throws(CommandError) in [255, 254] }
        }
        let first = try #require(bodies.withLock { $0.first })
        #expect(first.hasPrefix("- grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="))
        // {"alg":"RS256","typ":"JWT","kid":"k1"} . {"sub":"42","iss":"abc","aud":"api.meetup.com","exp":1120}
        #expect(
            first.hasSuffix(
                "=eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6ImsxIn0.eyJzdWIiOiI0MiIsImlzcyI6ImFiYyIsImF1ZCI6ImFwaS5tZWV0dXAuY29tIiwiZXhwIjoxMTIwfQ.__4"
            ))
        #expect(bodies.withLock { $0.dropFirst().allSatisfy { $0.hasPrefix("Bearer T ") } })
    }

    @Test func saysThatTheKeyIsMissing() async throws {
        let result = try await collect(Self.settings)
        #expect(
            result.faults.map(\.description) == [
                "meetup: MEETUP_KEY isn't set. Set MEETUP_KEY to the secret, or MEETUP_KEY_FILE to the path of a file that contains it"
            ])
    }

    @Test(arguments: [
        (#"{"errors": [{"message": "no such field"}]}"#, "'data' is missing: no such field"),
        (
            "<html>",
            "the response isn't JSON. Open the address to see the answer; the service may have changed its format"
        ),
        (
            #"{"data": {"groupByUrlname": {"events": {"edges": []}}}}"#,
            "'data.groupByUrlname.events.pageInfo' is missing. Open the address to see the answer; the service may have changed its format"
        ),
    ])
    func namesWhatIsWrong(page: String, problem: String) async throws {
        let result = try await collected(["rust-berlin": page])
        #expect(result.faults.first?.description == "meetup: https://m/gql: " + problem)
    }
}

@Suite struct MobilizonTests {
    @Test func readsAllPagesOfAGroup() async throws {
        let event =
            #"{"title": "T", "url": "https://i/events/1", "beginsOn": "2026-07-09T22:30:00Z", "endsOn": "2026-07-10T00:30:00Z", "status": "CONFIRMED", "physicalAddress": {"locality": "Lyon", "region": "Rhône", "country": "France"}}"#
        let later =
            #"{"title": "Call", "url": "https://i/events/2", "beginsOn": "2026-07-19T17:00:00Z", "status": "CANCELLED", "physicalAddress": null, "onlineAddress": "https://j/"}"#
        let http = HTTP { request throws(HTTPError) in
            let isSecond = String(decoding: request.body, as: UTF8.self).contains(#""page":2"#)
            return HTTPResponse(
                #"{"data": {"group": {"name": "Rust Lyon", "organizedEvents": {"total": 51, "elements": [\#(isSecond ? later : event + ", {}")]}}}}"#
            )
        }
        let result = try await collect(
            "  - { source: mobilizon, instance: \"https://i/\", groups: [{ group: rust_lyon, timezone: Europe/Paris }] }\n"
        ) { $0.http = http }
        #expect(result.events.map { $0.start.description }.first == "2026-07-10T00:30+02:00 Europe/Paris")
        #expect(result.events.map { $0.place.text } == ["Lyon, FR", nil])
        #expect(result.events.map(\.mode) == [.inPerson, .virtual])
        #expect(result.events.map(\.status) == [.confirmed, .cancelled])
        #expect(result.events.first?.organizers == [.init(name: "Rust Lyon", url: "https://i/@rust_lyon")])
        #expect(result.faults.count == 1)
        #expect(
            result.faults.first?.description.hasPrefix(
                "mobilizon: https://i/api: 'data.group.organizedEvents.elements[1].title' is missing") == true)
    }

    @Test func refusesAnUnknownTimeZone() throws {
        let found = try faults(
            "  - { source: mobilizon, instance: \"https://i\", groups: [{ group: g, timezone: Mars/One }] }\n")
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix("is unknown: 'Mars/One'. Write an IANA name such as Europe/Berlin") == true)
    }
}

@Suite struct Base64URLTests {
    @Test(arguments: [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("??>", "Pz8-")])
    func followsTheStandard(text: String, encoded: String) {
        #expect(Base64URL.text(Array(text.utf8)) == encoded)
    }
}
