import Context
import Newsletter
import TestKit
import Testing

@testable import Newsroom

@Suite struct IssueCorrectionTests {
    private static let issue = """
        Title: Weekly 6
        Number: 6
        Date: 2999-03-03

        ## News

        ### Here

        * [Old](https://old.example/1)
        * [Tea](https://tea.example/) by Ann

        ### There

        Some words.

        """

    /// A publication whose issue 6 is committed, and was then edited.
    private func weekly(_ edited: String = issue, committed: String? = issue) -> MemoryWeekly {
        var weekly = MemoryWeekly()
        let repository = MemoryRepository(root: MemoryWeekly.root)
        repository.commit(committed.map { ["content/6.md": $0] } ?? ["README": ""])
        weekly.git = repository.git
        weekly.write("content/6.md", edited)
        return weekly
    }

    private func record(_ request: IssueCorrection.Request, _ weekly: MemoryWeekly, issue: String = "6") async throws
        -> Correction
    {
        try await IssueCorrection(weekly.session(), issue: issue).record(request).correction
    }

    private func problem(_ request: IssueCorrection.Request, _ weekly: MemoryWeekly, issue: String = "6") async
        -> String?
    {
        await #expect(throws: Diagnostic.self) { try await record(request, weekly, issue: issue) }?.summary
    }

    private let request = IssueCorrection.Request(reason: "It was wrong.")

    @Test func recordsWhatChangedWhenAndWhy() async throws {
        let weekly = weekly(Self.issue.replacing("by Ann", with: "by Anna"))
        let outcome = try await IssueCorrection(weekly.session(), issue: "6").record(
            .init(reason: " Anna's \"name\" was wrong. "))
        #expect(outcome.path == "/weekly/corrections/6.jsonl")
        let id = try #require(outcome.correction.entry?.id)
        #expect(
            weekly.text("corrections/6.jsonl")
                == #"{"at":"2026-03-04T20:00:00Z","changes":[{"kind":"edited","section":"Here","title":"Tea"}],"entry":{"id":"\#(id)","title":"Tea"},"reason":"Anna's \"name\" was wrong.","v":1}"#
                + "\n")
        #expect(try await IssueCorrection(weekly.session(), issue: "content/6.md").list() == [outcome.correction])
    }

    @Test(
        arguments: [
            (
                "https://tea.example/", "https://green.example/",
                [Correction.Change(.edited, title: "Tea", section: "Here")]
            ),
            ("[Tea]", "[Coffee]", [.init(.edited, title: "Coffee", section: "Here")]),
            ("* [Old](https://old.example/1)\n", "", [.init(.removed, title: "Old", section: "Here")]),
            ("by Ann\n", "by Ann\n* [New](https://new.example/)\n", [.init(.added, title: "New", section: "Here")]),
            ("Some words.", "Other words.", [.init(.edited, title: "Other words.", section: "There")]),
            ("Title: Weekly 6", "Title: Weekly Six", [.init(.header)]),
            ("### There\n\n", "### There\n\n\n", [.init(.text)]),
        ])
    func describesChanges(old: String, new: String, changes: [Correction.Change]) async throws {
        #expect(Self.issue.contains(old))
        let correction = try await record(request, weekly(Self.issue.replacing(old, with: new)))
        #expect(correction.changes == changes)
    }

    @Test func marksTheEntryThatIsNamed() async throws {
        let edited = Self.issue.replacing("by Ann", with: "by Anna").replacing("[Old]", with: "[Older]")
        #expect(try await record(request, weekly(edited)).entry == nil, "several entries have changed")
        for name in ["http://www.tea.example", "10"] {
            let correction = try await record(.init(reason: "R.", entry: name), weekly(edited))
            #expect(correction.entry?.title == "Tea")
            #expect(correction.changes.count == 2)
        }
        // A paragraph has no id, so its section is marked.
        let section = try await record(.init(reason: "R.", entry: "14"), weekly(edited)).entry
        #expect(section == CorrectedEntry(id: "there", title: "There"))
    }

    @Test(
        arguments: [
            ("https://none.example/", "no entry of this issue has the URL 'https://none.example/'"),
            ("2", "line 2 is in no entry or section of this issue"),
            ("99", "line 99 is in no entry or section of this issue"),
            ("https://old.example/1", "2 entries of this issue have this URL, in lines 9, 11"),
        ])
    func namesAnEntryThatIsNotFound(entry: String, summary: String) async {
        let edited = Self.issue.replacing("by Ann\n", with: "by Ann\n* [Old](https://old.example/1)\n")
        #expect(await problem(.init(reason: "R.", entry: entry), weekly(edited)) == summary)
    }

    @Test(
        arguments: [
            ("", "the reason is empty"),
            ("a\u{7}", "the reason has a line break, a control character or an invisible character"),
        ])
    func refusesAnInvalidReason(reason: String, summary: String) async {
        let weekly = weekly(Self.issue + "More.\n")
        #expect(await problem(.init(reason: reason), weekly) == summary)
        #expect(weekly.text("corrections/6.jsonl") == nil)
    }

    @Test func refusesATextThatHasNotChangedUnlessForced() async throws {
        let weekly = weekly(Self.issue.replacing("\n", with: "\r\n"))
        #expect(await problem(request, weekly) == "the text of this issue is the same as in git's last commit")
        let forced = try await record(.init(reason: "The image was replaced.", isForced: true), weekly)
        #expect(forced.changes.isEmpty && forced.entry == nil)
    }

    @Test func comparesWithTheRevisionThatIsNamed() async throws {
        var weekly = MemoryWeekly()
        let repository = MemoryRepository(root: MemoryWeekly.root)
        let old = repository.commit(["content/6.md": Self.issue])
        repository.commit(["content/6.md": Self.issue.replacing("by Ann", with: "by Anna")])
        weekly.git = repository.git
        weekly.write("content/6.md", Self.issue.replacing("by Ann", with: "by Anna"))
        #expect(try await record(.init(reason: "R.", revision: old), weekly).changes.count == 1)
        #expect(await problem(.init(reason: "R.", revision: "v9"), weekly) == "unknown revision 'v9'")
    }

    @Test func needsAnEarlierVersion() async throws {
        let uncommitted = weekly(committed: nil)
        #expect(await problem(request, uncommitted) == "git has no earlier version of this issue")
        #expect(try await record(.init(reason: "R.", isForced: true), uncommitted).changes.isEmpty)
        var alone = weekly()
        alone.git = Git { _ throws(GitError) in GitOutput(status: 128, standardError: "not a git repository") }
        #expect(await problem(request, alone) == "without git, the earlier version of this issue isn't known")
    }

    @Test(
        arguments: [
            ("9", "issue '9' not found"), ("7", "issue '7' isn't published: it is a draft"),
            ("draft/7.md", "issue 'draft/7.md' isn't published: it is a draft"),
            ("8", "issue '8' isn't published: it is held back"),
            ("5", "2 issues are '5': content/5.md, content/five.md"),
        ])
    func namesWhatIsNotAPublishedIssue(issue: String, summary: String) async {
        let weekly = weekly()
        weekly.write("content/8.md", "---\ntitle: W\nnumber: 8\ndate: 2999-03-17\ndraft: true\n---\n\nHi.\n")
        for name in ["5", "five"] {
            weekly.write("content/\(name).md", "Title: \(name)\nNumber: 5\nDate: 2999-02-24\n\nHi.\n")
        }
        #expect(await problem(request, weekly, issue: issue) == summary)
    }

    @Test func recordsEachCorrectionOnceAndUndoesIt() async throws {
        var weekly = weekly(Self.issue.replacing("by Ann", with: "by Anna"))
        _ = try await record(request, weekly)
        #expect(await problem(request, weekly) == "this correction is already recorded")
        _ = try await record(.init(reason: "Another sentence.", isSilent: true), weekly)
        #expect(
            try await IssueCorrection(weekly.session(), issue: "6").list().map(\.isSilent).sorted { !$0 && $1 } == [
                false, true,
            ])
        weekly.git = Git { _ throws(GitError) in GitOutput(status: 128) }
        _ = try await UndoneCommands(weekly.session()).undo(2)
        #expect(weekly.text("corrections/6.jsonl") == nil)
    }

    @Test func listsNothingOfAnIssueWithoutCorrections() async throws {
        #expect(try await IssueCorrection(weekly().session(), issue: "6").list().isEmpty)
    }
}
