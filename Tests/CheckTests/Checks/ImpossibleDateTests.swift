import Testing

@testable import Check

@Suite struct ImpossibleDateTests {
    @Test func findsDaysThatNoCalendarHas() throws {
        try Checking().expect(
            ImpossibleDate.self,
            finds:
                "# Events\n* 1️⃣2025-06-312️⃣ | Bern, CH | [O](https://o.org)\n  * [**T**](https://o.org/1)\n# Calls for speakers\n* [C](https://c.org) | 3️⃣2025-13-014️⃣ | Bern, CH | 2025-09-01\n"
        )
    }

    @Test func findsEventsThatCannotBeRead() throws {
        try Checking().expect(ImpossibleDate.self, finds: "# Events\n* 1️⃣2025-06-19 nobody knows what2️⃣\n")
    }

    @Test func keepsDaysOfTheCalendarAndAddresses() throws {
        try Checking().expect(
            ImpossibleDate.self,
            finds:
                "# Events\n* 2025-06-30 | Bern, CH | [O](https://o.org/2025-00-00)\n  * [**T**](https://o.org/1)\n# Links\n* [2025-02-30](https://a.org)\n"
        )
    }

    @Test func findsEventsWithoutAReadableDate() throws {
        try Checking().expect(
            ImpossibleDate.self,
            finds: """
                # Events
                * 1️⃣Bern, CH | [O](https://o.org)2️⃣
                  * [**T**](https://o.org/1)
                * 3️⃣19.06.2025 | Bern, CH | [O](https://o.org)4️⃣
                  * [**U**](https://o.org/2) | [Mirror](https://m.org)
                * 2025-06-19 | Bern, CH | [O](https://o.org)
                  * [**V**](https://o.org/3)
                * [All events | 2025](https://o.org)
                """)
    }

    @Test func keepsCallsWhoseURLContainsADate() throws {
        try Checking().expect(
            ImpossibleDate.self,
            finds: """
                # Calls for speakers
                * [**C**](https://c.org/2025-09-26-cfp)| CFP closes 2025-12-08 | Bern, CH | 2026-04-20
                """)
    }

    @Test func findsEventsThatEndBeforeTheyBegin() throws {
        try Checking().expect(
            ImpossibleDate.self,
            finds: """
                # Events
                * 1️⃣2026-07-30 - 2026-07-292️⃣ | Berlin, DE | [O](https://o.org)
                  * [T](https://o.org/1)
                * 2026-07-29 - 2026-07-30 | Berlin, DE | [O](https://o.org)
                  * [T](https://o.org/2)
                """)
    }

    @Test func findsLinesWhoseDateStandsBehindItsWeekday() throws {
        try Checking().expect(
            ImpossibleDate.self,
            finds: """
                # Events
                * 1️⃣Mon 2026-07-27 | Berlin, DE | [O](https://o.org)2️⃣
                  * [T](https://o.org/1)
                * See [the 2026-07-27 list](https://o.org) for more
                """)
    }
}
