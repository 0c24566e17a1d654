import Newsletter
import Synchronization
import Testing

@testable import Collect

@Suite struct CratesTests {
    private func collected(
        _ list: String, from web: ScriptedWeb, pause: @escaping @Sendable (Duration) -> Void = { _ in }
    )
        async throws -> CollectionResult
    {
        try await collect("  - { source: crates, api: \"https://c\", crates: \(list) }\n", from: web) {
            $0.pause = { pause($0) }
        }
    }

    @Test func tellsWhatACrateIs() async throws {
        let web = ScriptedWeb([
            "https://c/crates/tidy":
                #"{"crate": {"name": "tidy", "description": "Keeps\n things tidy. ", "repository": "https://github.com/o/tidy", "max_stable_version": "1.2.0", "max_version": "2.0.0-rc.1", "downloads": 9000, "recent_downloads": 800, "updated_at": "2026-06-30T12:00:00.123456+00:00"}}"#
        ])
        let result = try await collected("[tidy]", from: web)
        #expect(result.faults == [])
        let crate = try #require(result.candidates.first)
        #expect(crate.title == "tidy" && crate.url == "https://crates.io/crates/tidy")
        #expect(crate.kind == .pick && crate.content == .pick)
        #expect(
            crate.factsByName == [
                "description": "Keeps things tidy.", "repository": "https://github.com/o/tidy", "version": "1.2.0",
                "downloads": "9000", "recent downloads": "800", "updated": "2026-06-30 (7 days ago)",
            ])
    }

    @Test func bringsWhatLittleThereIs() async throws {
        let web = ScriptedWeb([
            "https://c/crates/bare":
                #"{"crate": {"name": "bare", "description": null, "repository": null, "max_stable_version": null, "max_version": "0.1.0-a", "updated_at": "2026-07-07T00:00:00Z"}}"#
        ])
        let result = try await collected("[bare]", from: web)
        #expect(result.candidates.first?.factsByName == ["version": "0.1.0-a", "updated": "2026-07-07 (1 day ago)"])
    }

    @Test func waitsASecondBetweenRequestsAndGoesOn() async throws {
        let pauses = Mutex<[Duration]>([])
        let web = ScriptedWeb([
            "https://c/crates/a": #"{"crate": {"name": "a"}}"#, "https://c/crates/b": #"{"crate": {}}"#,
            "https://c/crates/c": #"{"crate": {"name": "c"}}"#,
        ])
        let result = try await collected("[a, b, c]", from: web) { pause in pauses.withLock { $0.append(pause) } }
        #expect(pauses.withLock { $0 } == [.seconds(1), .seconds(1)])
        #expect(result.candidates.map(\.title) == ["a", "c"])
        #expect(
            result.faults.map(\.description) == [
                "crates: https://c/crates/b: 'crate.name' is missing. Open the address to see the answer; the service may have changed its format"
            ])
    }

    @Test(arguments: [
        ("serde_json", "serde_json"), (" https://crates.io/crates/serde-json/1.0 ", "serde-json"),
        ("https://lib.rs/crates/a#readme", "a"), ("https://docs.rs/b/latest/b", "b"),
        ("https://docs.rs/crate/c/1", "c"), ("https://example.org/d", nil), ("../e", nil), ("", nil),
        ("https://crates.io/crates/", nil),
    ])
    func readsNamesOutOfAddresses(text: String, name: String?) {
        #expect(Crates.crate(in: text) == name)
    }

    @Test func refusesWhatIsNoCrate() throws {
        let found = try faults("  - { source: crates, crates: [a, \"b/c\"] }\n")
        #expect(found.count == 1)
        #expect(
            found.first?.hasSuffix("'crates.crates' isn't a crate: 'b/c'. Write a crate's name or its URL") == true
        )
    }
}
