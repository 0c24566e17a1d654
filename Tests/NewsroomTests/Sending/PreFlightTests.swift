import Context
import Send
import Signing
import Store
import StoreSQLite
import TestKit
import Testing
import Text

@testable import Newsroom

/// What each check says before an issue is sent; one table for each.
@Suite struct PreFlightTests {
    private struct Publication {
        var weekly: MemoryWeekly

        /// - Parameter mail: more settings below `mail:`.
        init(mail: String = "", _ change: (inout MemoryWeekly) throws -> Void = { _ in }) rethrows {
            weekly = MemoryWeekly(
                settings: WeeklyFolder.settings
                    + "mail: { from: news@lists.example.org, server: \"https://mail.example/\"\(mail) }\n")
            weekly.secrets = Secrets.none
            weekly.http = HTTP { request throws(HTTPError) in HTTPResponse(status: 200, url: request.url) }
            try change(&weekly)
        }

        /// What a check says, with the records of a DNS; nil if no server answers.
        func findings(_ check: any PreFlightCheck, dns records: [String: [String]]? = [:]) async throws -> [String] {
            let access = StoreAccess(
                open: { path, now in try await SQLiteStore.open(path, now: now) },
                temporary: { now in try await SQLiteStore.temporary(now: now) })
            let sending = SendingSession(
                SubscriberSession(try weekly.session(), access, .live), host: "test", process: 1)
            let dns = DNS { name throws(CommandError) in
                guard let records else { throw CommandError("the DNS doesn't answer") }
                return records[name] ?? []
            }
            let input = PreFlightInput(sending: sending, mail: try await sending.mail(of: "6"), dns: dns)
            return try await check.findings(input).map(\.text.text)
        }
    }

    private static func answering(_ status: Int, _ body: String = "") -> HTTP {
        HTTP { request throws(HTTPError) in
            HTTPResponse(status: status, body: Array(body.utf8), url: request.url)
        }
    }

    private static let page = "https://weekly.example/blog/2999/03/03/weekly-6/"

    @Test(arguments: [
        (200, []),
        (
            404,
            ["error: page: \(page) answers with status 404. Publish the site first: each mail links to this page"]
        ),
        (
            503,
            ["error: page: \(page) answers with status 503. Publish the site first: each mail links to this page"]
        ),
    ])
    func wantsThePageOnline(status: Int, expected: [String]) async throws {
        let publication = Publication { $0.http = Self.answering(status) }
        #expect(try await publication.findings(PageOnline()) == expected)
    }

    @Test(arguments: [
        (200, "", true), (400, "invalid token", true), (404, "<form>", true), (404, "nothing here", false),
        (502, "<form>", false),
    ])
    func wantsTheUnsubscribeServer(status: Int, body: String, isRight: Bool) async throws {
        let publication = Publication { $0.http = Self.answering(status, body) }
        let found = try await publication.findings(UnsubscribeServer())
        #expect(found.isEmpty == isRight)
        #expect(found.allSatisfy { $0.hasPrefix("error: unsubscribe: https://mail.example/unsubscribe/") })
    }

    @Test func reportsServersThatCannotBeReached() async throws {
        let publication = Publication { weekly in
            weekly.http = HTTP { request throws(HTTPError) in throw HTTPError(url: request.url, reason: .unknownHost) }
        }
        #expect(try await publication.findings(PageOnline()).count == 1)
        #expect(try await publication.findings(UnsubscribeServer()).count == 1)
    }

    private static let spf = ["lists.example.org": ["other", "v=spf1 mx -all"]]
    private static let dmarc = ["_dmarc.lists.example.org": ["v=DMARC1; p=none"]]

    @Test(
        arguments: [
            (spf.merging(dmarc) { $1 }, "", []),
            // The record of the organisation's domain counts, too.
            (spf.merging(["_dmarc.example.org": ["v=DMARC1; p=none"]]) { $1 }, "", []),
            (dmarc, "", ["error: SPF: lists.example.org has no SPF record"]),
            (
                dmarc.merging(["lists.example.org": ["v=spf1 -all", "v=spf1 mx"]]) { $1 }, "",
                ["error: SPF: lists.example.org has 2 SPF records, but must have one"]
            ),
            (
                dmarc.merging(["lists.example.org": ["v=spf10"]]) { $1 }, "",
                ["error: SPF: lists.example.org has no SPF record"]
            ),
            (spf, "", ["error: DMARC: _dmarc.lists.example.org has no DMARC record"]),
            (
                dmarc.merging(["bounces.example.org": ["v=spf1 -all"]]) { $1 }, ", bounces: bounces.example.org", []
            ),
            (
                dmarc.merging(["elsewhere.example": ["v=spf1 -all"]]) { $1 },
                ", bounces: elsewhere.example, dkim: { domain: relay.example }",
                [
                    "error: DMARC: neither the domain that signs (relay.example) nor that of bounces (elsewhere.example)"
                        + " belongs to the sender's (lists.example.org)"
                ]
            ),
        ] as [([String: [String]], String, [String])])
    func wantsTheRecordsOfTheSender(records: [String: [String]], mail: String, expected: [String]) async throws {
        let found = try await Publication(mail: mail).findings(SenderRecords(), dns: records)
        #expect(found.count == expected.count && zip(found, expected).allSatisfy { $0.hasPrefix($1) }, "\(found)")
    }

    @Test func warnsIfTheDNSDoesNotAnswer() async throws {
        let publication = try Publication { weekly in
            _ = try NewMailKeys(weekly.location, context: weekly.context, cryptography: .live).make()
        }
        for check in [SenderRecords(), SigningRecords()] as [any PreFlightCheck] {
            let found = try await publication.findings(check, dns: nil)
            #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix("warning: ") }, "\(found)")
        }
    }

    @Test func wantsKeysAndTheirRecords() async throws {
        #expect(
            try await Publication().findings(SigningRecords()) == [
                "error: DKIM: the messages aren't signed, so that many servers refuse them."
                    + " Make keys with 'sennight dkim new'"
            ])
        var records: [String: [String]] = [:]
        let publication = try Publication { weekly in
            let made = try NewMailKeys(weekly.location, context: weekly.context, cryptography: .live).make()
            for record in made.records { records[record.name] = [record.text] }
        }
        #expect(try await publication.findings(SigningRecords(), dns: records) == [])
        let name = try #require(records.keys.min())
        records[name] = nil
        let found = try await publication.findings(SigningRecords(), dns: records)
        #expect(found.count == 1 && found[0].hasPrefix("error: DKIM: \(name) isn't right in the DNS"))
    }

    @Test func wantsAMessageOfTheUsualSize() async throws {
        #expect(try await Publication().findings(MessageSize()) == [])
    }

    @Test(arguments: [(200, 0), (404, 1)]) func wantsWorkingLinks(status: Int, count: Int) async throws {
        let publication = Publication { $0.http = Self.answering(status) }
        let found = try await publication.findings(IssueText())
        #expect(found.count == count, "\(found)")
        #expect(found.allSatisfy { $0.hasPrefix("error: issue: the checks find 1 error in the issue. ") })
    }

    @Test func runsEveryCheck() async throws {
        let names = allPreFlightChecks.map { "\(type(of: $0))" }
        #expect(
            names == [
                "IssueText", "PageOnline", "MessageSize", "UnsubscribeServer", "SenderRecords", "SigningRecords",
            ])
    }
}
