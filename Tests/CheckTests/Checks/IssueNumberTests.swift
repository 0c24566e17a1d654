import Testing

@testable import Check

@Suite struct IssueNumberTests {
    private func header(_ title: String, _ number: String?, _ date: String = "2025-06-18") -> String {
        "Title: \(title)\n" + (number.map { "Number: \($0)\n" } ?? "") + "Date: \(date)\n\n# Links\n* a\n"
    }

    @Test func findsNumbersThatDiffer() throws {
        try Checking().expect(IssueNumber.self, finds: header("Weekly 604", "1️⃣6052️⃣"))
    }

    @Test func findsNumbersThatDoNotFollow() async throws {
        let checking = try await Checking().after(["2025-06-11": "# Links\n* a\n"])
        try checking.expect(IssueNumber.self, finds: header("Weekly 606", "1️⃣6062️⃣"))
        try checking.expect(IssueNumber.self, finds: header("1️⃣Weekly 6032️⃣", nil))
    }

    @Test func keepsTheNextOneAlsoBehindAGap() async throws {
        let checking = try await Checking().after(["2025-05-28": "# Links\n* a\n"])
        try checking.expect(IssueNumber.self, finds: header("Weekly 604", "604"))
        try checking.expect(IssueNumber.self, finds: header("Weekly 602", "602"))
        try checking.expect(IssueNumber.self, finds: header("Weekly", nil))
    }
}
