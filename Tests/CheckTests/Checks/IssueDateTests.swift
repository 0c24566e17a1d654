import Newsletter
import Testing

@testable import Check
import Text

@Suite struct IssueDateTests {
    private var wednesdays: Checking {
        var checking = Checking()
        checking.publication.calendar = IssueCalendar(rhythm: .weeks(1, on: .wednesday), deadline: nil)
        return checking
    }

    private func issue(_ date: String, _ title: String = "Weekly") -> String {
        "Title: \(title)\nDate: \(date)\n\n# Links\n* a\n"
    }

    @Test func findsADateThatIsNotTheFiles() throws {
        try Checking().expect(IssueDate.self, finds: issue("1️⃣2025-06-192️⃣"))
    }

    @Test func findsAnotherWeekday() throws {
        try wednesdays.expect(IssueDate.self, finds: issue("1️⃣2025-06-192️⃣"), file: "draft/next.md")
    }

    @Test func findsATitlesOtherDay() throws {
        try Checking().expect(IssueDate.self, finds: issue("2025-06-18", "1️⃣Weekly of 2025-06-112️⃣"))
    }

    @Test func findsAnotherIssueOfTheDay() async throws {
        let checking = try await Checking().after(["2025-06-18": "# Links\n* a\n"])
        try checking.expect(IssueDate.self, finds: issue("1️⃣2025-06-182️⃣"), file: "draft/next.md")
        try checking.expect(IssueDate.self, finds: issue("2025-06-18"), file: "draft/2025-06-18-weekly.md")
    }

    @Test func keepsDaysWithSeveralIssuesWhereThatIsUsual() async throws {
        var issues = ["2025-06-18": "# Links\n* a\n"]
        for day in 1...4 {
            for part in 1...2 { issues["2025-05-0\(day)-\(part)"] = issue("2025-05-0\(day)", "Article \(part)") }
        }
        let checking = try await Checking().after(issues)
        try checking.expect(IssueDate.self, finds: issue("2025-06-18"), file: "draft/next.md")
    }

    @Test func keepsTheUsualDayAndACustom() async throws {
        try wednesdays.expect(IssueDate.self, finds: issue("2025-06-18", "Weekly of 2025-06-18"))
        let thursdays = try await wednesdays.after(["2025-06-05": "# Links\n* a\n", "2025-06-12": "# Links\n* a\n"])
        try thursdays.expect(IssueDate.self, finds: issue("2025-06-19"), file: "draft/next.md")
    }

    @Test func keepsDatesThatUsuallyDifferFromTheNames() async throws {
        func text(_ date: String) -> String { "Title: Weekly of a week\nDate: \(date)\n\n# Links\n* a\n" }
        let earlier = ["2025-06-01": text("2025-06-02"), "2025-06-08": text("2025-06-11")]
        try await Checking().after(earlier).expect(IssueDate.self, finds: issue("2025-06-19"))
        try await Checking().after(["2025-06-01": text("2025-06-02")]).expect(
            IssueDate.self, finds: issue("1️⃣2025-06-192️⃣"))
        var many: [String: String] = [:]
        for day in 10...29 { many["2025-07-\(day)"] = text(day < 12 ? "2025-07-0\(day - 9)" : "2025-07-\(day)") }
        try await Checking().after(many).expect(IssueDate.self, finds: issue("2025-06-19"))
        many["2025-07-10"] = text("2025-07-10")
        try await Checking().after(many).expect(IssueDate.self, finds: issue("1️⃣2025-06-192️⃣"))
    }
}
