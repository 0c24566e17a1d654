import Testing

@testable import Check

@Suite struct EventPastTests {
    @Test func findsEventsThatAreOver() throws {
        try Checking().expect(
            EventPast.self,
            finds: """
                # Events
                * 1️⃣2025-06-172️⃣ | Bern, CH | [O](https://o.org)
                  * [**T**](https://o.org/1)
                * 3️⃣2022-07-014️⃣ | Bern, CH | [O](https://o.org)
                  * [**T**](https://o.org/2)
                """)
    }

    @Test func keepsThoseOfTheDayAndThoseThatGoOn() throws {
        try Checking().expect(
            EventPast.self,
            finds: """
                # Events
                * 2025-06-18 | Bern, CH | [O](https://o.org)
                  * [**T**](https://o.org/1)
                * 2025-06-16 - 2025-06-20 | Bern, CH | [O](https://o.org)
                  * [**T**](https://o.org/2)
                """)
    }
}
