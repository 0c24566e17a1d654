import Testing

@testable import Check

@Suite struct WeekdayMismatchTests {
    private func event(_ day: String, _ title: String, _ place: String = "Bern, CH") -> String {
        "* \(day) | \(place) | [O](https://o.org)\n  * [**\(title)**](https://o.org/1)\n"
    }

    @Test func findsWeekdaysThatDoNotFit() throws {
        try Checking().expect(
            WeekdayMismatch.self,
            finds: "# Events\n" + event("2025-06-19", "Rust 1️⃣Tuesday2️⃣") + event("2025-06-24", "3️⃣Second Tuesday4️⃣"))
    }

    @Test func keepsThoseThatFitSeriesAndEveningsElsewhere() throws {
        try Checking().expect(
            WeekdayMismatch.self,
            finds: "# Events\n" + event("2025-06-24", "Fourth Tuesday") + event("2025-06-24", "Last Tuesday")
                + event("2025-06-25", "Monday and Tuesday")
                + event("2025-06-25", "Rust Tuesday", "Virtual (Austin, TX, US)"))
    }

    @Test func findsAWeekdayBesideItsDate() throws {
        try Checking().expect(
            WeekdayMismatch.self,
            finds: """
                # Events
                * 2026-07-28 (1️⃣Monday2️⃣) | Berlin, DE | [O](https://o.org)
                  * [T](https://o.org/1)
                * 2026-07-28 (Tuesday) | Berlin, DE | [O](https://o.org)
                  * [T](https://o.org/2)
                """)
    }
}
