import Context
import Testing

@testable import Collect
import Text

private struct Answer: Decodable {
    struct Item: Decodable {
        struct User: Decodable { var login: String }
        var number: Int
        var user: User?
    }
    var items: LenientList<Item>
}

@Suite struct JSONReadingTests {
    private func read(_ text: String) throws(SourceFault) -> JSONPage<Answer> {
        try SourceClient(source: "s", http: .none).read(Answer.self, HTTPResponse(text), from: "https://a/")
    }

    @Test func leavesOutItemsThatCannotBeRead() throws {
        let page = try read(
            #"{"items": [{"number": 1}, {"nmber": 2}, 3, {"number": "4"}, {"number": 5, "user": {"login": null}}, {"number": 6}]}"#
        )
        #expect(page.value.items.items.map(\.number) == [1, 6])
        let end = ". Open the address to see the answer; the service may have changed its format"
        #expect(
            page.faults.map(\.description) == [
                "s: https://a/: 'items[1].number' is missing" + end, "s: https://a/: 'items[2]' isn't an object" + end,
                "s: https://a/: 'items[3].number' isn't a number" + end,
                "s: https://a/: 'items[4].user.login' is null" + end,
            ])
    }

    @Test(arguments: [
        ("{\"items\": [", "the response isn't JSON"), ("", "the response isn't JSON"),
        ("<html>", "the response isn't JSON"),
        ("{}", "'items' is missing"), ("[]", "'the answer' isn't an object"),
        ("{\"items\": {}}", "'items' isn't a list"),
    ])
    func namesTheMemberAtFault(text: String, problem: String) {
        let fault = #expect(throws: SourceFault.self) { try read(text) }
        #expect(
            fault?.description
                == "s: https://a/: \(problem). Open the address to see the answer; the service may have changed its format"
        )
    }

    @Test func readsDeepNestingWithoutHarm() {
        let text = "{\"items\":" + String(repeating: "[", count: 100_000)
        #expect(throws: SourceFault.self) { try read(text) }
    }
}

@Suite struct SourceClientTests {
    @Test(arguments: [
        (401, "the server requires authentication (401). Check the token"),
        (404, "the server found nothing at this URL (404). Check the URL in the settings"),
        (429, "too many requests were sent to the server (429). Try again later"),
        (503, "the server failed (503). Try again later"), (304, "the server answered 304"),
    ])
    func saysWhatAStatusMeans(status: Int, words: String) async {
        let web = ScriptedWeb(["https://a/": HTTPResponse("", status: status)])
        let fault = await #expect(throws: SourceFault.self) {
            try await SourceClient(source: "s", http: web.http).get("https://a/")
        }
        #expect(fault?.description == "s: https://a/: " + words)
    }

    @Test func namesTheAddressOnceWhereThereIsNoAnswer() async {
        let client = SourceClient(
            source: "s",
            http: HTTP { _ throws(HTTPError) in
                throw HTTPError(url: "https://a/", reason: .timedOut(seconds: 30))
            })
        let fault = await #expect(throws: SourceFault.self) { try await client.get("https://a/") }
        #expect(fault?.description == "s: https://a/: no answer within 30 seconds")
    }
}

@Suite struct TimestampTests {
    @Test(arguments: [
        ("2026-07-08T12:30:00Z", 1_783_513_800), ("2026-07-08T12:30:00.123+02:00", 1_783_506_600),
        ("2026-07-08T12:30-0500", 1_783_531_800), ("2026-07-08 12:30:00 UTC", 1_783_513_800),
        ("2026-07-08", 1_783_468_800),
        ("Wed, 08 Jul 2026 12:30:00 GMT", 1_783_513_800), ("8 Jul 26 12:30 EDT", 1_783_528_200),
        ("Wed, 08 Jul 2026 12:30:00 +0200", 1_783_506_600), ("2026-02-30", nil), ("soon", nil), ("", nil),
    ])
    func readsWhatServersWrite(text: String, time: Int?) {
        #expect(Timestamp.any(text) == time)
    }

    @Test func writesWhatItReads() {
        #expect(Timestamp.text(1_783_513_800) == "2026-07-08T12:30:00Z")
        #expect(Timestamp.text(-1) == "1969-12-31T23:59:59Z")
    }
}
