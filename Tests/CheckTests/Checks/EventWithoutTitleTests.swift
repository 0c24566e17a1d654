import Testing

@testable import Check

@Suite struct EventWithoutTitleTests {
    private static let many = String(
        repeating: "* 2025-06-19 | Bern, CH | [O](https://o.org)\n  * [**T**](https://o.org/1)\n", count: 10)
    private static let bare = "2025-06-20 | Bonn, DE | [P](https://p.org)"

    @Test func findsTheEventWithoutOne() throws {
        try Checking().expect(
            EventWithoutTitle.self,
            finds: "# Events\n\(Self.many)* 1️⃣\(Self.bare)2️⃣\n* 2025-06-21 | Ulm, DE | [Q](https://q.org)\n  * T\n")
    }

    @Test func keepsEventsOfIssuesWithoutTitles() throws {
        try Checking().expect(EventWithoutTitle.self, finds: "# Events\n* \(Self.bare)\n* \(Self.bare)\n")
    }

    @Test func keepsEventsWithASecondLink() throws {
        try Checking().expect(
            EventWithoutTitle.self, finds: "# Events\n\(Self.many)* \(Self.bare) | [T](https://p.org/1)\n")
    }
}
