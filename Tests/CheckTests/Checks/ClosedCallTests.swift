import Testing

@testable import Check

@Suite struct ClosedCallTests {
    @Test func findsCallsThatHaveClosed() throws {
        try Checking().expect(
            ClosedCall.self,
            finds:
                "# Calls for speakers\n* [C](https://c.org) | Closes 1️⃣2025-06-172️⃣ | Bern, CH | 2025-09-01\n* [D](https://d.org) CFP open until 3️⃣2024-06-184️⃣ | Bern, CH | 2025-09-01\n"
        )
    }

    @Test func keepsOpenOnes() throws {
        try Checking().expect(
            ClosedCall.self,
            finds:
                "# Calls for speakers\n* [C](https://c.org) | Closes 2025-06-18 | Bern, CH | 2025-09-01\n* [D](https://d.org) | soon | Bern, CH\n"
        )
    }
}
