import Newsletter
import Testing

@testable import Check

@Suite struct UnknownTimeZoneTests {
    private let event = " | Madrid, ES | [O](https://o.org)\n  * [**T**](https://o.org/1)\n"

    @Test func findsZonesThatDoNotExist() throws {
        try Checking().expect(
            UnknownTimeZone.self,
            finds:
                "# Events\n* 2025-06-19 18:00 1️⃣Europe/Madird2️⃣\(event)* 2025-06-19 18:00–20:00 (3️⃣Europ/Madrid4️⃣)\(event)* 2025-06-19 09:30 - 2025-06-20 17:00 5️⃣CET6️⃣\(event)"
        )
        try Checking().expect(
            UnknownTimeZone.self,
            finds: "# Events\n* [2025-06-19 18:00 1️⃣Europe/Madird2️⃣ | Madrid, ES | Tea](https://o.org)\n")
    }

    @Test func keepsZonesThatExistAndOtherWords() throws {
        try Checking().expect(
            UnknownTimeZone.self,
            finds: """
                # Events
                * 2025-06-19 18:00 Europe/Madrid\(event)* 2025-06-19 18:00 UTC\(event)* 2025-06-19 06:30 PM\(event)* 2025-06-19\(event)
                * 2025-06-19 18:00 Uhr\(event)* 2025-06-19 18:00 America/Argentina/Buenos_Aires\(event)* 2025-06-19 | CET/Madird | [O](https://o.org)
                """)
    }

    @Test(arguments: [
        ("Europe/Madird", "Europe/Madrid"), ("europe/madrid", "Europe/Madrid"), ("US/Easter", nil),
        ("Amerika/New_York", "America/New_York"), ("CET", nil),
    ])
    func proposesTheClosestZone(written: String, meant: String?) throws {
        let findings = try Checking().findings(UnknownTimeZone.self, "# Events\n* 2025-06-19 18:00 \(written)\(event)")
        #expect(findings.map(\.summary) == ["'\(written)' isn't a time zone"])
        #expect(findings.flatMap(\.fixes).map(\.title) == (meant.map { ["Write '\($0)'"] } ?? []))
    }
}
