import Newsletter
import Testing

@testable import Check

@Suite struct EventOutsideWindowTests {
    private let event = " | Bern, CH | [O](https://o.org)\n  * [**T**](https://o.org/1)\n"

    @Test func findsEventsBehindTheWindow() throws {
        try Checking().expect(
            EventOutsideWindow.self,
            finds:
                "# Events\nRusty Events between 2025-06-18 - 2025-07-16 🦀\n\n* 2025-07-16\(event)* 1️⃣2025-07-172️⃣\(event)"
        )
    }

    @Test func findsEventsFarAheadWhereTheIssueNamesNoDays() throws {
        try Checking(eventDays: 10).expect(
            EventOutsideWindow.self, finds: "# Events\n* 2025-06-28\(event)* 1️⃣2025-06-292️⃣\(event)")
    }

    @Test func findsWindowsThatAreNotThisIssues() throws {
        try Checking().expect(
            EventOutsideWindow.self,
            finds: "# Events\nEvents between 1️⃣2025-06-11 - 2025-07-092️⃣ 🦀\n\n* 2025-07-16\(event)")
        try Checking().expect(
            EventOutsideWindow.self,
            finds: "# Events\nEvents between 1️⃣2025-06-18 * 2025-07-162️⃣ 🦀\n\n* 2025-07-16\(event)")
    }

    @Test func keepsEventsWithin() throws {
        try Checking().expect(
            EventOutsideWindow.self,
            finds: "# Events\nEvents between 2025-06-18 - 2025-07-16\n\n* 2025-06-18\(event)* 2025-07-16\(event)")
    }
}
