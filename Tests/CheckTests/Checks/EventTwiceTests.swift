import Testing

@testable import Check

@Suite struct EventTwiceTests {
    private func event(_ day: String, _ url: String, _ title: String = "T") -> String {
        "* \(day) | Bern, CH | [O](https://o.org)\n  * [**\(title)**](\(url))\n"
    }

    @Test func findsAnEventThatStandsTwiceInItsRegion() throws {
        try Checking().expect(
            EventTwice.self,
            finds: "# Events\n" + event("2025-06-19", "https://meetup.com/o/events/1/")
                + event("2025-06-19", "1️⃣https://www.meetup.com/o/events/12️⃣"))
    }

    @Test func findsAnEventWithTwoURLs() throws {
        try Checking().expect(
            EventTwice.self,
            finds: "# Events\n" + event("2025-06-19", "https://meetup.com/o/events/1/", "Rust Week Hackathon")
                + event("2025-06-19", "1️⃣https://lu.ma/abc2️⃣", "Rust Week hackathon")
                + event("2025-06-19", "https://lu.ma/def", "A talk on traits")
                + event("2025-06-20", "https://lu.ma/ghi", "Rust Week Hackathon"))
    }

    @Test func keepsOtherDaysOtherRegionsAndPagesOfGroups() throws {
        try Checking().expect(
            EventTwice.self,
            finds: "# Events\n## Virtual\n" + event("2025-06-19", "https://o.org/1/2/3")
                + event("2025-06-26", "https://o.org/1/2/3")
                + event("2025-06-27", "https://o.org", "A") + event("2025-06-27", "https://o.org", "B") + "## Europe\n"
                + event("2025-06-19", "https://o.org/1/2/3"))
    }
}
