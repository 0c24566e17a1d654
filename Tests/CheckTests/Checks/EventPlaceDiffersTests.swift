import Foundation
import Testing

@testable import Check

@Suite struct EventPlaceDiffersTests {
    private func event(_ place: String, _ url: String = "https://www.meetup.com/c-ville/") -> String {
        "* 2025-06-19 | Virtual (\(place)) | [C](\(url))\n  * [**T**](https://www.meetup.com/c-ville/events/1)\n"
    }

    private func checking() async throws -> Checking {
        let days = ["2025-05-21", "2025-05-28", "2025-06-04", "2025-06-11"]
        return try await Checking().after(
            Dictionary(uniqueKeysWithValues: days.map { ($0, "# Events\n" + event("Charlottesville, VA, US")) }))
    }

    @Test func findsAnotherCodeBehindTheSameCity() async throws {
        let checking = try await checking()
        let text = "# Events\n" + event("Charlottesville, NC, US", "https://www.meetup.com/c-ville/events/")
        try checking.expect(
            EventPlaceDiffers.self, finds: text.replacing("NC, US", with: "1️⃣NC, US2️⃣"))
        let finding = try #require(try checking.findings(EventPlaceDiffers.self, text).first)
        #expect(finding.summary.contains("last events are listed as 'Charlottesville, VA, US'"))
        #expect(finding.notes.first?.file == "content/2025-06-11-weekly.md")
        #expect(finding.fixes.isEmpty, "either may be right")
    }

    @Test func addsAMissingSubdivision() async throws {
        let text = "# Events\n" + event("Charlottesville, US")
        let checking = try await checking()
        try checking.expect(EventPlaceDiffers.self, finds: text.replacing("e, US", with: "e, 1️⃣US2️⃣"))
        #expect(try checking.mended(EventPlaceDiffers.self, text).contains("(Charlottesville, VA, US)"))
    }

    @Test func goesByTheLastEvents() async throws {
        var issues: [String: String] = [:]
        for week in 1...30 {
            let day = String(format: "2024-%02d-%02d", (week - 1) / 4 + 1, (week - 1) % 4 * 7 + 3)
            issues[day] = "# Events\n" + event("Charlottesville, NC, US")
        }
        for day in ["2025-06-04", "2025-06-11"] { issues[day] = "# Events\n" + event("Charlottesville, VA, US") }
        try await Checking().after(issues).expect(
            EventPlaceDiffers.self, finds: "# Events\n" + event("Charlottesville, VA, US"))
    }

    @Test func keepsAMoreExactPlaceAndIgnoresImpossibleOnes() async throws {
        let days = ["2025-05-21", "2025-05-28", "2025-06-04", "2025-06-11"]
        let less = try await Checking().after(
            Dictionary(uniqueKeysWithValues: days.map { ($0, "# Events\n" + event("Leipzig, DE")) }))
        try less.expect(EventPlaceDiffers.self, finds: "# Events\n" + event("Leipzig, SN, DE"))
        let wrong = try await Checking().after(
            Dictionary(uniqueKeysWithValues: days.map { ($0, "# Events\n" + event("Columbus, XX, US")) }))
        try wrong.expect(EventPlaceDiffers.self, finds: "# Events\n" + event("Columbus, OH, US"))
    }

    @Test func keepsTheSamePlaceOtherCitiesAndOtherOrganizers() async throws {
        try await checking().expect(
            EventPlaceDiffers.self,
            finds: "# Events\n" + event("Charlottesville, VA, US") + event("Richmond, VA, US")
                + event("Charlottesville, NC, US", "https://other.org"))
    }

    @Test func hintsAtTwoNamesOfACountry() throws {
        func event(_ place: String) -> String { "* 2025-06-19 | \(place) | [O](https://o.org)\n" }
        let text = "# Events\n" + event("London, UK") + event("Leeds, UK") + event("Reading, 1️⃣GB2️⃣")
        try Checking().expect(EventPlaceDiffers.self, finds: text)
        try Checking().expect(
            EventPlaceDiffers.self, finds: "# Events\n" + event("London, UK") + event("Reading, GB") + event("Bonn, DE")
        )
    }
}
