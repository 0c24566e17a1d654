import HTTPTypes
import Signing
import Store
import StoreSQLite
import TestKit
import Testing

@testable import Desk

@Suite struct UnsubscribingTests {
    private static let oneClick = "List-Unsubscribe=One-Click"
    private static let multipart =
        "--b0\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b0--\r\n"

    @Test func changesNothingOnGetAndHead() async throws {
        let folder = try ScratchFolder()
        let fixture = try await SubscriptionFixture(
            store: try await SQLiteStore.open(folder.path("store.sqlite"), now: SubscriptionFixture.start))
        let ann = try await fixture.add("ann@example.org", .active)
        let bob = try await fixture.add("bob@example.org", .pending)
        let paths = [
            "/unsubscribe/" + (try await fixture.token(ann, for: .unsubscribe)),
            "/confirm/" + (try await fixture.token(bob, for: .confirm, detail: fixture.time.seconds)), "/subscribe",
            "/subscribe?address=eve@example.org", "/unsubscribe/x",
        ]
        let before = try await fixture.everything()
        let log = try folder.bytes("store.sqlite-wal")
        for number in 0..<1000 {
            let method: HTTPRequest.Method = number % 2 == 0 ? .get : .head
            let page = await fixture.request(method, paths[number % paths.count], Self.oneClick)
            #expect(page.status == (number % 5 == 4 ? .notFound : .ok))
        }
        #expect(try await fixture.everything() == before)
        #expect(try folder.bytes("store.sqlite-wal") == log)
    }

    @Test(arguments: [
        (oneClick, "application/x-www-form-urlencoded"), (oneClick, "application/x-www-form-urlencoded; charset=utf-8"),
        (multipart, "multipart/form-data; boundary=b0"), (multipart, "multipart/form-data; boundary=\"b0\""),
    ]) func actsAtOnce(body: String, type: String) async throws {
        let fixture = try await SubscriptionFixture()
        let ann = try await fixture.add("ann@example.org", .active)
        let path = "/unsubscribe/" + (try await fixture.token(ann, for: .unsubscribe))
        let page = await fixture.request(.post, path, body, type: type)
        #expect(page.status == .ok)
        #expect(try await fixture.state("ann@example.org") == .unsubscribed)
        // Again, with the same response.
        #expect(await fixture.request(.post, path, body, type: type).html == page.html)
        #expect(try await fixture.state("ann@example.org") == .unsubscribed)
    }

    @Test func hasAButtonThatDoesTheSame() async throws {
        let fixture = try await SubscriptionFixture()
        let ann = try await fixture.add("ann@example.org", .active)
        let page = await fixture.request(.get, "/unsubscribe/" + (try await fixture.token(ann, for: .unsubscribe)))
        #expect(page.text.contains("<form method=\"post\">"))
        #expect(page.text.contains("name=\"List-Unsubscribe\" value=\"One-Click\""))
        #expect(page.text.matches(of: /<button>/).count == 1)
    }

    @Test func refusesForgedTokens() async throws {
        let fixture = try await SubscriptionFixture()
        let ann = try await fixture.add("ann@example.org", .active)
        let token = try await fixture.token(ann, for: .unsubscribe)
        let confirmation = try await fixture.token(ann, for: .confirm, detail: fixture.time.seconds)
        let bounce = try await fixture.token(ann, for: .bounce)
        var forged = [confirmation, bounce, "", String(token.dropLast()), token + "A", "%41" + token.dropFirst()]
        for index in token.indices {
            let other = token[index] == "A" ? "B" : "A"
            forged.append(token[..<index] + other + token[token.index(after: index)...])
        }
        for text in forged {
            for method in [HTTPRequest.Method.get, .post] {
                let page = await fixture.request(method, "/unsubscribe/\(text)", Self.oneClick)
                #expect(page.status == .notFound, "\(method) \(text)")
            }
        }
        #expect(try await fixture.state("ann@example.org") == .active)
        #expect(await fixture.request(.post, "/unsubscribe/\(token)", Self.oneClick).status == .ok)
    }

    @Test(arguments: [
        ("", "application/x-www-form-urlencoded", 400),
        ("List-Unsubscribe=1", "application/x-www-form-urlencoded", 400),
        (oneClick, "text/plain", 415), ("{}", "application/json", 415), (oneClick, "multipart/form-data", 400),
        (multipart, "multipart/form-data; boundary=b1", 400),
        ("--b0\r\nContent-Disposition: form-data\r\n\r\nx", "multipart/form-data; boundary=b0", 400),
        (oneClick + "&x=" + String(repeating: "x", count: 16_384), "application/x-www-form-urlencoded", 413),
        ("%FF=%FF&\(oneClick)", "application/x-www-form-urlencoded", 400),
    ]) func refusesOtherBodies(body: String, type: String, status: Int) async throws {
        let fixture = try await SubscriptionFixture()
        let ann = try await fixture.add("ann@example.org", .active)
        let path = "/unsubscribe/" + (try await fixture.token(ann, for: .unsubscribe))
        #expect(await fixture.request(.post, path, body, type: type).status.code == status)
        #expect(try await fixture.state("ann@example.org") == .active)
    }

    @Test func acceptsOldTokensAfterNewKeys() async throws {
        let fixture = try await SubscriptionFixture()
        let ann = try await fixture.add("ann@example.org", .active)
        let token = try await fixture.token(ann, for: .unsubscribe)
        for _ in 0..<2 {
            fixture.time.seconds += 548 * SubscriptionFixture.day
            let now = fixture.time.seconds
            _ = try await fixture.store.write { try StoreKeys.rotate($0, .live, now: now) }
        }
        #expect(try await fixture.token(ann, for: .unsubscribe) != token)
        #expect(await fixture.request(.post, "/unsubscribe/\(token)", Self.oneClick).status == .ok)
        #expect(try await fixture.state("ann@example.org") == .unsubscribed)
    }
}
