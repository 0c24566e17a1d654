import Newsletter
import Testing

@testable import Check

@Suite struct MailLengthTests {
    private func issue(_ title: String, entries: Int) -> String {
        "Title: \(title)\nDate: 2025-06-18\n\n# Links\n"
            + String(repeating: "* [A title](https://example.org/an/address)\n", count: entries)
    }

    @Test func findsIssuesThatMailProgramsCutOff() throws {
        try Checking().expect(MailLength.self, finds: issue("1️⃣Weekly2️⃣", entries: 2000))
    }

    @Test func keepsShorterOnes() throws {
        try Checking().expect(MailLength.self, finds: issue("Weekly", entries: 1000))
        try Checking { $0.longestMail = 1_000_000 }.expect(MailLength.self, finds: issue("Weekly", entries: 2000))
    }
}
