import Context
import Newsroom
import TestKit
import Testing
import Text

/// Two issues after another, whose windows overlap by a week.
@Suite struct OverlappingWeeksTests {
    private static func moment(_ text: String) throws -> Int { try #require(Timestamp.rfc3339(text)) }

    /// The issue after ``MemoryWeekly``'s draft.
    private func publish(_ weekly: MemoryWeekly, links: String = "") {
        weekly.write(
            "content/7.md", "Title: Weekly 7\nNumber: 7\nDate: 2999-03-10\n\n## News\n\n### Here\n\n\(links)\n")
        weekly.folder.remove("\(MemoryWeekly.root)/draft/7.md")
        weekly.write(
            "draft/8.md",
            WeeklyFolder.draft.replacing("Weekly 7", with: "Weekly 8").replacing("Number: 7", with: "Number: 8")
                .replacing("2999-03-10", with: "2999-03-17"))
    }

    private func collect(_ weekly: MemoryWeekly) async throws -> CollectRun.Outcome {
        try await CollectRun(weekly.session(), since: nil, until: nil).run([])
    }

    private func numbers(_ text: String?) -> [Int] {
        (text ?? "").split(separator: "\n").compactMap { line in
            guard let mark = line.firstRange(of: "\"pullRequest\":{\"number\":") else { return nil }
            return Int(line[mark.upperBound...].prefix { $0.isNumber })
        }
    }

    @Test func collectsEachPullRequestOnce() async throws {
        // One every five hours, through both weeks.
        let start = try Self.moment("2999-03-03T01:00:00Z")
        let all = (0..<66).map { (number: $0 + 1, time: start + $0 * 5 * 3600) }
        let end = try Self.moment("2999-03-17T00:00:00Z")
        #expect((all.last?.time ?? .max) < end)
        var weekly = MemoryWeekly(
            settings: MemoryWeekly.settings
                + "sources:\n  - { source: github-pulls, name: pulls, repositories: [o/r], api: \"https://g.example\" }\n"
        )
        weekly.secrets = Secrets { _ in nil }
        // The first run is on the day before the issue.
        weekly.http = SearchableMerges(all.filter { $0.time < start + 6 * 86_400 }).http
        #expect(try await collect(weekly).faults == [])
        let first = numbers(weekly.text("candidates/7/pulls.jsonl"))
        publish(weekly)
        weekly.http = SearchableMerges(all).http
        #expect(try await collect(weekly).faults == [])
        let second = numbers(weekly.text("candidates/8/pulls.jsonl"))
        #expect((first + second).sorted() == all.map(\.number))
        // What was merged on the last evening is in the second pool, but isn't counted as of its week.
        let evening = all.filter { $0.time >= start + 6 * 86_400 && $0.time < start + 7 * 86_400 - 3600 }
        #expect(!evening.isEmpty && evening.allSatisfy { second.contains($0.number) })
        let ofWeek = all.count { $0.time >= start + 7 * 86_400 - 3600 }
        #expect(weekly.text("candidates/8/pulls.jsonl")?.contains("{\"count\":\(ofWeek),") == true)
    }

    private static let settings =
        MemoryWeekly.settings
        + "sources:\n  - { source: feeds, name: blogs, section: Here, feeds: [\"https://b.example/feed\"] }\n"

    private func feed(_ posts: [(name: String, date: String)]) -> HTTP {
        let items = posts.map {
            "<item><title>\($0.name)</title><link>https://b.example/\($0.name)</link><pubDate>\($0.date)</pubDate></item>"
        }
        return ScriptedHTTP([
            "GET https://b.example/feed": .response(
                headers: ["Content-Type": "application/rss+xml"],
                body: "<rss version=\"2.0\"><channel><title>B</title>\(items.joined())</channel></rss>")
        ]).http
    }

    @Test func collectsAPostWithoutAReadableDateOnce() async throws {
        var weekly = MemoryWeekly(settings: Self.settings)
        weekly.http = feed([("undated", "the day after tomorrow")])
        let outcome = try await collect(weekly)
        #expect(outcome.new == 1)
        #expect(outcome.faults.count { $0.contains("isn't a time that can be read") } == 1, "\(outcome.faults)")
        // A second run for the same issue.
        #expect(try await collect(weekly).new == 0)
        #expect(weekly.text("candidates/7/blogs.jsonl")?.split(separator: "\n").count == 1)
        // The next issue, whether the editors chose it or not.
        publish(weekly)
        weekly.http = feed([("undated", "the day after tomorrow"), ("another", "at noon")])
        #expect(try await collect(weekly).new == 1)
        let pool = weekly.text("candidates/8/blogs.jsonl") ?? ""
        #expect(pool.contains("https://b.example/another") && !pool.contains("https://b.example/undated"))
    }

    @Test func leavesOutWhatAnIssueHad() async throws {
        var weekly = MemoryWeekly(settings: Self.settings)
        publish(weekly, links: "* [By hand](https://www.b.example/hand/)")
        weekly.http = feed([
            ("hand", "Mon, 09 Mar 2999 21:00:00 GMT"), ("evening", "Mon, 09 Mar 2999 22:00:00 GMT"),
            ("old", "Sun, 01 Mar 2999 22:00:00 GMT"), ("new", "Wed, 11 Mar 2999 10:00:00 GMT"),
        ])
        #expect(try await collect(weekly).new == 2)
        let pool = weekly.text("candidates/8/blogs.jsonl") ?? ""
        #expect(["evening", "new"].allSatisfy { pool.contains("https://b.example/\($0)") })
        #expect(!["hand", "old"].contains { pool.contains("https://b.example/\($0)") })
    }

    @Test func collectsNothingBeforeADayThatTheUserNames() async throws {
        var weekly = MemoryWeekly(settings: Self.settings)
        weekly.http = feed([
            ("before", "Mon, 02 Mar 2999 22:00:00 GMT"), ("inside", "Tue, 03 Mar 2999 22:00:00 GMT"),
        ])
        let since = CalendarDate(iso8601: "2999-03-03")
        #expect(try await CollectRun(weekly.session(), since: since, until: nil).run([]).new == 1)
    }
}

/// Answers GitHub's searches by the times that they name.
private struct SearchableMerges: Sendable {
    let all: [(number: Int, time: Int)]

    init(_ all: [(number: Int, time: Int)]) { self.all = all }

    var http: HTTP {
        HTTP { request throws(HTTPError) in
            let query = request.url.replacing("%3A", with: ":")
            guard let mark = query.firstRange(of: " merged:") ?? query.firstRange(of: "%20merged:") else {
                return HTTPResponse(status: 404, body: [], url: request.url)
            }
            let times = query[mark.upperBound...].prefix { $0 != "&" }.split(separator: "..")
                .compactMap { Timestamp.rfc3339(String($0)) }
            let found = all.filter { $0.time >= times.first ?? 0 && $0.time <= times.last ?? 0 }
            let items = found.map { pull in
                "{\"number\": \(pull.number), \"title\": \"Do it\", "
                    + "\"html_url\": \"https://github.com/o/r/pull/\(pull.number)\", "
                    + "\"pull_request\": {\"merged_at\": \"\(Timestamp.text(pull.time))\"}}"
            }
            let body = "{\"total_count\": \(found.count), \"items\": [\(items.prefix(100).joined(separator: ", "))]}"
            return HTTPResponse(status: 200, body: Array(body.utf8), url: request.url)
        }
    }
}
