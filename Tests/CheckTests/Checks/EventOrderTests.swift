import Testing

@testable import Check

@Suite struct EventOrderTests {
    private func event(_ day: String, _ number: Int) -> String {
        "* \(day) | Bern, CH | [O](https://o.org)\n  * [**T**](https://o.org/\(number))\n"
    }

    @Test func findsTheEventsThatStandOutOfOrder() throws {
        try Checking().expect(
            EventOrder.self,
            finds: "# Events\n" + event("2025-06-19", 1) + event("1️⃣2025-07-012️⃣", 2) + event("2025-06-20", 3)
                + event("2025-06-21", 4) + "## Asia\n" + event("2025-06-18", 5))
    }

    @Test func keepsEventsOfOneDayAndLeavesThoseThatAreOverAlone() throws {
        try Checking().expect(
            EventOrder.self,
            finds: "# Events\n" + event("2025-06-19", 1) + event("2025-06-19", 2) + event("2024-06-20", 3)
                + event("2025-06-21", 4))
    }

    @Test func movesThemToTheirPlaces() throws {
        let text =
            "# Events\n" + event("2025-07-01", 1) + event("2025-06-19", 2) + event("2025-06-25", 3)
            + event("2025-06-20", 4) + "\nEnd\n"
        #expect(
            try Checking().fixed(EventOrder.self, text)
                == "# Events\n" + event("2025-06-19", 2) + event("2025-06-20", 4) + event("2025-06-25", 3)
                + event("2025-07-01", 1) + "\nEnd\n")
    }
}
