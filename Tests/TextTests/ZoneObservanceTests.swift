import Testing
import Text

@Suite struct ZoneObservanceTests {
    private func observances(_ zone: String, _ first: String, _ last: String) throws -> [String] {
        let first = try #require(CalendarDate(iso8601: first))
        let last = try #require(CalendarDate(iso8601: last))
        return (ZoneObservance.all(of: zone, on: first...last) ?? []).map { observance in
            let begin = observance.begin.map { "\($0.date) \($0.seconds / 3600)" } ?? "always"
            return "\(begin) \(observance.offsetBefore) \(observance.offset) \(observance.isDaylight)"
        }
    }

    @Test func hasSummerTime() throws {
        #expect(try observances("Europe/Madrid", "2026-11-01", "2026-11-30") == ["always 3600 3600 false"])
        #expect(
            try observances("Europe/Madrid", "2026-03-20", "2026-11-01") == [
                "always 3600 3600 false", "2026-03-29 2 3600 7200 true", "2026-10-25 3 7200 3600 false",
            ])
        #expect(
            try observances("America/New_York", "2026-10-31", "2026-11-02") == [
                "always -14400 -14400 true", "2026-11-01 2 -14400 -18000 false",
            ])
    }

    @Test func hasOneOffset() throws {
        #expect(try observances("Asia/Kolkata", "2020-01-01", "2026-12-31") == ["always 19800 19800 false"])
        #expect(try observances("Nowhere/Land", "2026-01-01", "2026-01-02") == [])
    }

    @Test(arguments: [("Europe/Madrid", true), ("UTC", true), ("Europe/Madrd", false), ("CET", false), ("", false)])
    func knowsZones(name: String, isZone: Bool) {
        #expect(ZonedTime.isZone(name) == isZone)
    }
}
