import Newsletter
import Testing

@testable import Check

@Suite struct EventRegionTests {
    private let event = " | [O](https://o.org)\n  * [**T**](https://o.org/1)\n"

    @Test func findsCountriesThatLieElsewhere() throws {
        try Checking().expect(
            EventRegion.self,
            finds:
                "# Events\n## North America\n* 2025-06-19 | Columbus, 1️⃣IL2️⃣\(event)* 2025-06-20 | Hybrid (Kyiv, 3️⃣UA4️⃣)\(event)"
        )
    }

    @Test func findsMissingCountriesBehindStates() throws {
        let text = "# Events\n## North America\n* 2025-06-19 | Durham, NC\(event)"
        #expect(
            try Checking().findings(EventRegion.self, text).map(\.summary) == ["the country is missing after 'NC'"])
        #expect(try Checking().mended(EventRegion.self, text).contains("| Durham, NC, US |"))
    }

    @Test func keepsCountriesOfTwoContinentsVirtualOnesAndOtherHeadings() throws {
        try Checking().expect(
            EventRegion.self,
            finds: """
                # Events
                ## Europe:
                * 2025-06-19 | Istanbul, TR\(event)* 2025-06-20 | London, UK\(event)* 2025-06-21 | Virtual (Austin, TX, US)\(event)
                ## Asia
                * 2025-06-19 | Istanbul, TR\(event)
                ## Home
                * 2025-06-19 | Oslo, NO\(event)
                """)
    }

    @Test func heedsRegionsOfThePublication() throws {
        try Checking(regions: [RegionRule(heading: "Nordics", countries: ["NO", "SE"])]).expect(
            EventRegion.self,
            finds: "# Events\n## Nordics\n* 2025-06-19 | Oslo, NO\(event)* 2025-06-19 | Bern, 1️⃣CH2️⃣\(event)")
    }

    @Test func knowsFromTheArchiveWhatACodeStandsForBehindACity() async throws {
        let checking = try await Checking().after([
            "2025-05-21": "# Events\n## Europe\n* 2025-06-01 | Berlin, DE\(event)",
            "2025-05-28": "# Events\n## North America\n* 2025-06-02 | Dover, DE, US\(event)",
        ])
        func summaries(_ city: String) throws -> [String] {
            try checking.findings(
                EventRegion.self, "# Events\n## North America\n* 2025-06-19 | \(city), DE\(event)"
            ).map(\.summary)
        }
        #expect(try summaries("Berlin") == ["DE isn't in North America"])
        #expect(try summaries("Dover") == ["the country is missing after 'DE'"])
        #expect(try summaries("Lewes") == ["the country is missing after 'DE'"])
    }
}
