import Testing

@testable import Check

@Suite struct EventWithoutPlaceTests {
    @Test func findsEventsThatDoNotSayWhere() throws {
        try Checking().expect(
            EventWithoutPlace.self,
            finds: "# Events\n* 1️⃣2025-06-19 |2️⃣| [O](https://o.org)\n  * [**T**](https://o.org/1)\n")
    }

    @Test func keepsPlacesAndVirtualOnes() throws {
        try Checking().expect(
            EventWithoutPlace.self,
            finds:
                "# Events\n* 2025-06-19 | Bern, CH | [O](https://o.org)\n  * [**T**](https://o.org/1)\n* 2025-06-19 | Virtual | [O](https://o.org)\n  * [**T**](https://o.org/2)\n* [Jun 20. Meeting](https://o.org/3)\n"
        )
    }

    private static let many = String(
        repeating: "* 2025-06-19 | Bern, CH | [O](https://o.org)\n  * [**T**](https://o.org/1)\n", count: 9)

    @Test func findsEventsWithoutTheBarsOfTheOthers() throws {
        try Checking().expect(
            EventWithoutPlace.self,
            finds:
                "# Events\n\(Self.many)* 1️⃣2025-06-19 - Bonn, DE - [P](https://p.org)2️⃣\n  * [**U**](https://p.org/1)\n")
    }

    @Test func keepsEventsOfIssuesThatHaveNoBars() throws {
        let event = "* 2025-06-19 - Bonn, DE - [P](https://p.org)\n"
        try Checking().expect(EventWithoutPlace.self, finds: "# Events\n" + event + event.replacing("19", with: "20"))
    }
}
