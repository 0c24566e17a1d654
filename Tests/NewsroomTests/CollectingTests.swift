import Context
import Newsletter
import Newsroom
import Synchronization
import TestKit
import Testing
import Text

/// Collecting and looking at what was collected, in memory.
@Suite struct CollectingTests {
    private static let settings =
        MemoryWeekly.settings
        + "sources:\n  - { source: feeds, name: blogs, section: Here, feeds: [\"https://b.example/feed\"] }\n"
    private static let feed = """
        <rss version="2.0"><channel><title>B</title><item><title>Tea</title><link>https://b.example/tea</link>\
        <pubDate>Thu, 05 Mar 2999 10:00:00 GMT</pubDate></item></channel></rss>
        """

    private func weekly(draft: String? = WeeklyFolder.draft, _ answer: ScriptedHTTP.Answer) -> MemoryWeekly {
        var weekly = MemoryWeekly(draft: draft, settings: Self.settings)
        weekly.http = ScriptedHTTP(["GET https://b.example/feed": answer]).http
        return weekly
    }

    @Test func writesWhatASourceReturns() async throws {
        let weekly = weekly(.response(headers: ["Content-Type": "application/rss+xml"], body: Self.feed))
        let outcome = try await CollectRun(weekly.session(), since: nil, until: nil).run([])
        #expect(outcome.new == 1)
        #expect(outcome.faults == [])
        #expect(outcome.files == ["/weekly/candidates/7/blogs.jsonl"])
        #expect(weekly.text("candidates/7/blogs.jsonl")?.contains("https://b.example/tea") == true)
        #expect(try SourceOverview(weekly.session()).rows.map(\.state?.count) == [1])
        let waiting = try await WaitingCandidates(weekly.session(), draft: nil, sections: [])
        #expect(waiting.rows.map(\.candidate.title) == ["Tea"])
    }

    @Test func reportsASourceThatFails() async throws {
        let weekly = weekly(.failure(.unknownHost))
        let outcome = try await CollectRun(weekly.session(), since: nil, until: nil).run([])
        #expect(outcome.new == 0)
        #expect(outcome.faults.count == 1)
        #expect(outcome.faults.first?.contains("no such host") == true, "\(outcome.faults)")
    }

    @Test func refusesAnUnknownSource() async throws {
        let weekly = weekly(.failure(.unknownHost))
        let error = await #expect(throws: Diagnostic.self) {
            _ = try await CollectRun(weekly.session(), since: nil, until: nil).run(["blog"])
        }
        #expect(error?.remedy == "Did you mean 'blogs'?")
    }

    /// A draft without a number is that of the issue after the last one, for everything that is done with it.
    @Test func collectsIntoTheFolderFromWhichADraftIsFilled() async throws {
        let draft = WeeklyFolder.draft.replacing("Number: 7\n", with: "")
        let weekly = weekly(
            draft: draft, .response(headers: ["Content-Type": "application/rss+xml"], body: Self.feed))
        let outcome = try await CollectRun(weekly.session(), since: nil, until: nil).run([])
        #expect(outcome.files == ["/weekly/candidates/7/blogs.jsonl"])
        let waiting = try await WaitingCandidates(weekly.session(), draft: nil, sections: [])
        #expect(waiting.rows.map(\.candidate.title) == ["Tea"])
        weekly.write("sheet.txt", "no 1 Here | Tea  # https://b.example/tea\n")
        _ = try await CandidateChoice(weekly.session(), draft: nil, sections: []).apply(sheet: "/weekly/sheet.txt")
        #expect(weekly.text("decisions/7.jsonl")?.contains("b.example/tea") == true)
    }

    @Test func readsTheArchiveAndReportsItsFaultsOnce() async throws {
        let weekly = weekly(.failure(.unknownHost))
        weekly.write("content/5.md", "Title: Weekly 5\nDate: soon\n\ntext\n")
        _ = weekly.folder.takeReads()
        _ = try await FilledDraft(weekly.session()).fill(date: nil, sections: [])
        #expect(weekly.folder.takeReads().count { $0 == "/weekly/content/5.md" } == 1)
        #expect(weekly.notices.value.withLock { $0.count { $0.hasPrefix("content/5.md") } } == 1)
    }

    @Test func readsTheArchiveOnceForSeveralTasks() async throws {
        let weekly = weekly(.failure(.unknownHost))
        let session = try weekly.session()
        _ = weekly.folder.takeReads()
        async let first = WaitingCandidates(session, draft: nil, sections: [])
        async let second = WaitingCandidates(session, draft: nil, sections: [])
        _ = try await (first, second)
        #expect(weekly.folder.takeReads().count { $0 == "/weekly/content/6.md" } == 1)
    }
}
