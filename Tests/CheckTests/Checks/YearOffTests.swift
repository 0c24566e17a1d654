import Testing

@testable import Check

@Suite struct YearOffTests {
    @Test func findsLastYearsDate() throws {
        try Checking().expect(YearOff.self, finds: "# Links\n[Full report](https://a.org/triage/1️⃣2024-06-172️⃣.md)\n")
    }

    @Test func keepsThisYearsAndOlderOnes() throws {
        try Checking().expect(
            YearOff.self,
            finds:
                "# Links\n[A](https://a.org/2025-06-17) [B](https://b.org/2024-05-01) [C](https://c.org/2023-06-17)\n")
    }

    @Test func writesThisYear() throws {
        #expect(
            try Checking().mended(YearOff.self, "# Links\n[A](https://a.org/2024-06-17)\n")
                == "# Links\n[A](https://a.org/2025-06-17)\n")
    }

    @Test func leavesTheNamesOfPosts() throws {
        let findings = try Checking().findings(YearOff.self, "# Links\n[A](https://a.org/2024-06-17-a)\n")
        #expect(findings.map(\.fixes) == [[]])
    }
}
