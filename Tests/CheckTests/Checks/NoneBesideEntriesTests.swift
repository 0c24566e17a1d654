import Testing

@testable import Check

@Suite struct NoneBesideEntriesTests {
    @Test func findsTheTemplatesSentenceBesideEntries() throws {
        try Checking().expect(
            NoneBesideEntries.self,
            finds: "# Proposals\n1️⃣* *No proposals came in this week.*2️⃣\n\n## RFCs\n* [A](https://a.org)\n")
    }

    @Test func keepsItWhereThereIsNothingAndWhereItNamesOthers() throws {
        try Checking().expect(
            NoneBesideEntries.self,
            finds:
                "# Proposals\n* *No proposals came in this week.*\n\n# Links\n* [A](https://a.org)\n* *No news this week from [B](https://b.org).*\n"
        )
    }
}
