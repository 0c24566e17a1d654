import Newsletter
import Testing

@testable import Collect

@Suite struct ForemTests {
    private static func address(_ page: Int) -> String {
        "https://dev.to/api/articles?tag=rust&top=7&per_page=100&page=\(page)"
    }

    @Test func leadsToTheFirstPlaceOfPublishing() async throws {
        let article =
            #"{"title": "T", "url": "https://dev.to/ann/t", "canonical_url": "https://ann.example/t", "published_at": "2026-07-02T00:00:00Z", "public_reactions_count": 6, "comments_count": 1, "reading_time_minutes": 4, "user": {"name": "Ann"}}"#
        let web = ScriptedWeb([
            Self.address(1): "[" + Array(repeating: article, count: 100).joined(separator: ",") + "]",
            Self.address(2):
                #"[{"title": "U", "url": "https://dev.to/bo/u", "published_at": "2026-07-03T00:00:00Z", "public_reactions_count": 5}]"#,
        ])
        let result = try await collect("  - { source: forem, tags: rust }\n", from: web)
        #expect(
            result.candidates.map(\.line) == [
                "T <https://ann.example/t> score=6 comments=1 posted by=Ann discussion=https://dev.to/ann/t minutes to read=4",
                "U <https://dev.to/bo/u> score=5 discussion=https://dev.to/bo/u",
            ])
        #expect(result.faults == [])
    }

    @Test func stopsWhereNothingIsLikedEnough() async throws {
        let article =
            #"{"title": "T", "url": "https://dev.to/ann/t", "published_at": "2026-07-02T00:00:00Z", "public_reactions_count": 4}"#
        let web = ScriptedWeb([
            Self.address(1): "[" + Array(repeating: article, count: 100).joined(separator: ",") + "]"
        ])
        let result = try await collect("  - { source: forem, tags: rust, instance: \"https://dev.to/\" }\n", from: web)
        #expect(result == CollectionResult())
    }
}
