import Context
import Newsletter
import Newsroom
import Synchronization
import TestKit
import Testing
import Text

/// What editors do with a draft, in memory.
@Suite struct DraftingTests {
    @Test func makesTheNextDraft() async throws {
        let weekly = MemoryWeekly(draft: nil)
        let path = try await NewDraft(weekly.session()).write(date: nil)
        #expect(path == "/weekly/draft/2999-03-10-weekly.md")
        #expect(weekly.text("draft/2999-03-10-weekly.md")?.hasPrefix("Title: Weekly 7\nNumber: 7\n") == true)
        await #expect(throws: DraftIsThere.self) { try await NewDraft(weekly.session()).write(date: nil) }
    }

    @Test func fillsTheDraftWithWhatTheSettingsAdmit() async throws {
        let weekly = MemoryWeekly(
            settings: MemoryWeekly.settings.replacing("headings: [News] }", with: "headings: [News], auto: all }"))
        weekly.write("candidates/7/blogs.jsonl", MemoryWeekly.candidate("tea"))
        let outcome = try await FilledDraft(weekly.session()).fill(date: nil, sections: [])
        #expect((outcome.placed, outcome.waiting) == (1, 0))
        #expect(weekly.text("draft/7.md")?.contains("* [tea](https://b.example/tea)") == true)
        let again = try await FilledDraft(weekly.session()).fill(date: nil, sections: [])
        #expect((again.placed, again.waiting) == (0, 0))
    }

    @Test func addsALinkWithItsPagesTitle() async throws {
        var weekly = MemoryWeekly()
        let web = ScriptedHTTP(["GET https://a.example/": .response(body: "<title>All about tea</title>")])
        weekly.http = web.http
        let adding = try Adding(weekly.session())
        let title = try await adding.pageTitle(of: "https://a.example/")
        let placed = try await adding.add(
            Candidate(source: "add", kind: .links, section: "Here", title: title, url: "https://a.example/"))
        #expect(placed.file == "/weekly/draft/7.md")
        #expect(placed.line == 9)
        #expect(weekly.text("draft/7.md")?.contains("* [All about tea](https://a.example/)") == true)
        #expect(weekly.text("decisions/7.jsonl")?.contains(#""decision":"placed""#) == true)
    }

    @Test func refusesWhatAnEarlierIssueHad() async throws {
        let weekly = MemoryWeekly()
        let candidate = Candidate(
            source: "add", kind: .links, section: "Here", title: "Old", url: "https://old.example/1")
        await #expect(throws: Diagnostic.self) { try await Adding(weekly.session()).add(candidate) }
        let placed = try await Adding(weekly.session(), again: true).add(candidate)
        #expect(placed.line != nil)
    }

    @Test(arguments: [("dull", "editor"), ("cancelled", "program"), ("moved", "program")])
    func remembersWhoRemovedAnEntry(why: String, decider: String) async throws {
        let weekly = MemoryWeekly(draft: MemoryWeekly.draft(with: "* [A](https://a.example/)"))
        _ = try await EntryChanges(weekly.session()).remove(.init(url: "https://a.example/"), why: why)
        #expect(
            weekly.text("decisions/7.jsonl")
                == #"{"by":"\#(decider)","decision":"removed","identity":"a.example","section":"Here","title":"A","v":2,"why":"\#(why)"}"#
                + "\n")
    }

    @Test func leavesDecisionsOfALaterVersionAlone() async throws {
        let weekly = MemoryWeekly(draft: MemoryWeekly.draft(with: "* [A](https://a.example/)"))
        let line = #"{"decision":"postponed","identity":"b.example","until":9,"v":3}"#
        weekly.write("decisions/7.jsonl", line)
        let draft = weekly.text("draft/7.md")
        let fault = await #expect(throws: Diagnostic.self) {
            try await EntryChanges(weekly.session()).remove(.init(url: "https://a.example/"), why: "dull")
        }
        #expect(
            fault?.summary
                == "a newer version of Sennight wrote this line (in format 3; this version reads formats up to 2)")
        #expect(weekly.text("decisions/7.jsonl") == line)
        #expect(weekly.text("draft/7.md") == draft)
    }

    @Test func movesRemovesAndUndoes() async throws {
        var weekly = MemoryWeekly(draft: MemoryWeekly.draft(with: "* [A](https://a.example/)"))
        // Undoing looks whether the files were committed already.
        weekly.git = Git { _ throws(GitError) in GitOutput(status: 128) }
        let before = weekly.text("draft/7.md")
        _ = try await EntryChanges(weekly.session()).move(.init(url: "https://a.example/"), to: "There")
        #expect(weekly.text("draft/7.md")?.contains("### There\n\n* [A](https://a.example/)") == true)
        _ = try await EntryChanges(weekly.session()).remove(.init(url: "https://a.example/"), why: "dull")
        #expect(weekly.text("draft/7.md")?.contains("a.example") == false)
        let undone = try await UndoneCommands(weekly.session()).undo(2)
        #expect(undone.titles.count == 2)
        #expect(weekly.text("draft/7.md") == before)
        _ = try await UndoneCommands(weekly.session()).redo()
        #expect(weekly.text("draft/7.md")?.contains("a.example") == false)
        #expect(try UndoneCommands(weekly.session()).past().commands.count == 4)
    }

    @Test func sortsEvents() async throws {
        let line = "* 2999-03-12 | Ulm, DE | [Club](https://club.example)\n    * [**Tea**](https://club.example/tea)\n"
        let earlier = line.replacing("03-12", with: "03-11").replacing("tea", with: "milk")
        let weekly = MemoryWeekly(draft: WeeklyFolder.draft.replacing(line, with: line + earlier))
        #expect(try await EntryChanges(weekly.session()).sort().hasChanged)
        #expect(weekly.text("draft/7.md")?.contains(earlier + line) == true)
        #expect(try await !EntryChanges(weekly.session()).sort().hasChanged)
    }

    @Test func choosesOnASheet() async throws {
        let weekly = MemoryWeekly()
        weekly.write("candidates/7/blogs.jsonl", MemoryWeekly.candidate("tea") + MemoryWeekly.candidate("cake"))
        let choosing = try await CandidateChoice(weekly.session(), draft: nil, sections: [])
        #expect(!choosing.isEmpty)
        weekly.write(
            "sheet.txt", "add 1 Here | tea  # https://b.example/tea\nno 2 Here | cake  # https://b.example/cake\n")
        let outcome = try #require(try await choosing.apply(sheet: "/weekly/sheet.txt"))
        #expect((outcome.placed, outcome.declined) == (1, 1))
        #expect(try await CandidateChoice(weekly.session(), draft: nil, sections: []).isEmpty)
    }

    @Test func choosesNothingForADraftThatWasFinishedMeanwhile() async throws {
        let weekly = MemoryWeekly(draft: MemoryWeekly.draft(with: "* [A](https://a.example/)"))
        weekly.write("candidates/7/blogs.jsonl", MemoryWeekly.candidate("tea"))
        let choosing = try await CandidateChoice(weekly.session(), draft: nil, sections: [])
        weekly.write("sheet.txt", "add 1 Here | tea  # https://b.example/tea\n")
        _ = try await FinishedDraft(weekly.session()).finish()
        let error = await #expect(throws: Diagnostic.self) { try await choosing.apply(sheet: "/weekly/sheet.txt") }
        #expect(error?.summary == "the draft was finished or moved while you were choosing")
        #expect(weekly.text("draft/2999-03-17-weekly.md")?.contains("tea") == false)
    }

    @Test func reportsLinesOfASheetThatItDoesNotUnderstand() async throws {
        let weekly = MemoryWeekly()
        weekly.write("candidates/7/blogs.jsonl", MemoryWeekly.candidate("tea"))
        let choosing = try await CandidateChoice(weekly.session(), draft: nil, sections: [])
        weekly.write("sheet.txt", "maybe 1 Here | tea  # https://b.example/tea\n")
        let error = await #expect(throws: SheetFaults.self) { try await choosing.apply(sheet: "/weekly/sheet.txt") }
        #expect(error?.faults.all.first?.file == "/weekly/sheet.txt")
        #expect(weekly.text("decisions/7.jsonl") == nil)
    }

    @Test func finishesTheDraft() async throws {
        let weekly = MemoryWeekly(draft: MemoryWeekly.draft(with: "* [A](https://a.example/)"))
        let outcome = try await FinishedDraft(weekly.session()).finish()
        #expect(outcome.issue == "/weekly/content/7.md")
        #expect(weekly.text("content/7.md")?.contains("[A](https://a.example/)") == true)
        #expect(weekly.text("draft/7.md") == nil)
        guard case .made(let next)? = outcome.next else {
            Testing.Issue.record("no next draft")
            return
        }
        #expect(next == "/weekly/draft/2999-03-17-weekly.md")
    }

    @Test func saysThatTheGreetingIsTheLastIssues() async throws {
        let greeting = "\nHappy birthday, dear readers!\n\n## News"
        let draft = MemoryWeekly.draft(with: "* [A](https://a.example/)")
        let weekly = MemoryWeekly(draft: draft.replacing("\n## News", with: greeting))
        weekly.write(
            "content/5.md", "Title: Weekly 5\nNumber: 5\nDate: 2999-02-24\n\n## News\n\n* [B](https://b.example/)\n")
        weekly.write(
            "content/6.md", "Title: Weekly 6\nNumber: 6\nDate: 2999-03-03\n\(greeting)\n\n* [C](https://c.example/)\n")
        _ = try await FinishedDraft(weekly.session()).finish()
        let notices = weekly.notices.value.withLock { $0 }
        #expect(notices.contains { $0.contains("[unchanged-greeting]") && $0.hasPrefix("draft/7.md:") })
    }

    @Test func refusesToFinishWhatHasErrors() async throws {
        let weekly = MemoryWeekly(draft: MemoryWeekly.draft(with: "* [A](THREAD)"))
        await #expect(throws: RefusedByChecks.self) { try await FinishedDraft(weekly.session()).finish() }
        #expect(weekly.text("draft/7.md") != nil)
    }

    @Test func saysHowFarTheDraftIs() async throws {
        var weekly = MemoryWeekly(draft: MemoryWeekly.draft(with: "* [A](https://a.example/)"))
        // Outside a repository.
        weekly.git = Git { _ throws(GitError) in GitOutput(status: 128) }
        weekly.write("candidates/7/blogs.jsonl", MemoryWeekly.candidate("tea"))
        let status = try await DraftStatus(weekly.session(), draft: nil)
        let here = try #require(status.rows.first { $0.title == "Here" })
        #expect((here.filled, here.waiting, here.owners) == (1, 1, []))
        #expect(status.rows.first { $0.title == "News" }?.owners == ["Ann", "Bob"])
        #expect(status.interrupted == [])
    }
}
