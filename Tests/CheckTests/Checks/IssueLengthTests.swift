import Newsletter
import Testing

@testable import Check

@Suite struct IssueLengthTests {
    @Test func findsIssuesLongerThanWanted() throws {
        try Checking { $0.longestIssue = 60 }.expect(
            IssueLength.self, finds: "Title: 1️⃣Weekly2️⃣\nDate: 2025-06-18\n\n# Links\n* [A](https://example.org/)\n")
    }

    @Test func keepsShortOnesAndAllWithoutALimit() throws {
        let text = "Title: Weekly\nDate: 2025-06-18\n\n# Links\n* [A](https://example.org/)\n"
        try Checking { $0.longestIssue = 1000 }.expect(IssueLength.self, finds: text)
        try Checking().expect(IssueLength.self, finds: text)
    }
}
