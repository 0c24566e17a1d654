import TestKit
import Testing

/// The command over real repositories, with branches for pull requests.
@Suite(.startsProcesses)
struct IntakeCommandTests {
    @Test func takesInWhatAddsAtOneSpot() async throws {
        let weekly = try IntakeRepository()
        try weekly.pull("a", "* [A](https://a.example)")
        try weekly.pull("b", "* [B](https://b.example)")
        let run = try await weekly.intake()
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "pr/a  adds 1  merged  Add a · Test\npr/b  adds 1  merged  Add b · Test\n")
        #expect(try weekly.draft == IntakeRepository.adding("* [A](https://a.example)\n* [B](https://b.example)"))
        #expect(try weekly.repository.git("status", "--porcelain") == " M \(IntakeRepository.path)\n?? intake/")
        #expect(try weekly.repository.folder.text("intake/7.jsonl").split(separator: "\n").count == 2)
    }

    @Test func tellsWhatChecksFindInWhatIsAdded() async throws {
        let weekly = try IntakeRepository()
        try weekly.edit { $0 += "* [Mine](https://mine.example/?utm_source=x)\n" }
        try weekly.pull("a", "* [A](https://a.example/?fbclid=1)")
        let run = try await weekly.intake()
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.output == """
                pr/a  adds 1  merged  Add a · Test
                    '* [A](https://a.example/?fbclid=1)': the link has the tracking parameter 'fbclid' [tracking-parameter].

                """)
    }

    @Test func leavesWhatTheEditorDidWhenRunAgain() async throws {
        let weekly = try IntakeRepository()
        try weekly.pull("a", "* [A](https://a.example)")
        try weekly.pull("b", "* [B](https://b.example)")
        try weekly.pull("c", "* [C](https://c.example)")
        _ = try await weekly.intake()
        try weekly.edit { text in
            text = text.replacing("* [A](https://a.example)\n", with: "")
            text = text.replacing("* [B](https://b.example)\n", with: "")
            text = text.replacing("## Tools\n\n", with: "## Tools\n\n* [video] [Bee](https://b.example)\n")
        }
        let edited = try weekly.draft
        let run = try await weekly.intake()
        #expect(try weekly.draft == edited)
        #expect(run.output.contains("pr/a  adds 1  1 undone since"))
        #expect(run.output.contains("    '* [A](https://a.example)' isn't in the draft."))
        #expect(run.output.contains("pr/b  adds 1  merged before"))
        // New commits: the entry beside the deleted one comes, the deleted one does not, the moved one is where it was.
        try weekly.pull("a", "* [A](https://a.example)\n* [More](https://more.example)")
        try weekly.pull("b", "* [B](https://b.example)\n* [Yet](https://yet.example)")
        _ = try await weekly.intake()
        let text = try weekly.draft
        #expect(!text.contains("a.example"))
        #expect(text.contains("* [More](https://more.example)\n") && text.contains("* [Yet](https://yet.example)\n"))
        #expect(text.contains("## Tools\n\n* [video] [Bee](https://b.example)\n* [Hammer]"))
        #expect(text.ranges(of: "b.example").count == 1)
    }

    @Test func tellsTheClasses() async throws {
        let weekly = try IntakeRepository()
        try weekly.repository.branch(
            "pr/1-edit", IntakeRepository.path, IntakeRepository.draft.replacing("[One]", with: "[One!]"))
        try weekly.repository.branch("pr/2-other", "README.md", "Mine\n")
        try weekly.repository.branch(
            "pr/3-correction", "content/6.md", "Title: Weekly 6\nDate: 2026-02-25\n\n## News\n")
        try weekly.repository.set("refs/heads/pr/4-empty", to: weekly.repository.commit(of: "main"))
        try weekly.repository.branch("pr/5-junk", IntakeRepository.path, "Ha!\n")
        try weekly.repository.branch(
            "pr/6-conflict", IntakeRepository.path, IntakeRepository.draft.replacing("[One]", with: "[Eins]"))
        let run = try await weekly.intake()
        #expect(run.status == 1, "\(run.errors)")
        #expect(
            run.output.split(separator: "\n").filter { $0.hasPrefix("pr") }.map { $0.prefix(39) } == [
                "pr/1-edit        edits 1       merged  ",
                "pr/2-other       other files   left out",
                "pr/3-correction  correction    left out",
                "pr/4-empty       empty         already ",
                "pr/5-junk        not an issue  left out",
                "pr/6-conflict    conflict      left out",
            ])
        #expect(run.output.contains("    '* [One!](https://one.example/1)': both sides changed the title."))
        #expect(try weekly.draft == IntakeRepository.draft.replacing("[One]", with: "[One!]"))
        let json = try await weekly.intake("--format", "json")
        #expect(json.output.contains("\"kind\": \"correction\"") && json.output.contains("\"state\": \"known\""))
    }

    @Test func writesNothingWhenDry() async throws {
        let weekly = try IntakeRepository()
        try weekly.pull("a", "* [A](https://a.example)")
        let run = try await weekly.intake("--dry-run")
        #expect(run.output.contains("merged"))
        #expect(try weekly.draft == IntakeRepository.draft && !weekly.repository.folder.exists("intake"))
    }

    @Test func movesEntriesFromAnOldDraftToThePresentOne() async throws {
        let weekly = try IntakeRepository()
        try weekly.pull("late", "* [Late](https://late.example)")
        try weekly.pull("known", "* [Known](https://known.example)")
        // The week is over: the draft is published with one of them, and the next one is made.
        try weekly.repository.commit(
            ["content/2026-03-04.md": IntakeRepository.adding("* [Known](https://known.example)")],
            removing: [IntakeRepository.path])
        let next = "Title: Weekly 8\nNumber: 8\nDate: 2026-03-11\n\n## News\n\n## Tools\n"
        try weekly.repository.commit("draft/2026-03-11.md", next)
        let run = try await weekly.intake()
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("pr/late   adds 1; old draft  merged"))
        #expect(run.output.contains("is already published."))
        let text = try weekly.repository.folder.text("draft/2026-03-11.md")
        #expect(
            text
                == next.replacing("## News\n", with: "## News\n\n* [Late](https://late.example)\n"))
        let commit = try await weekly.intake("commit")
        #expect(commit.errors.contains("closes pr/known, pr/late."), "\(commit.errors)")
    }

    @Test func asksWhereThePullRequestsAre() async throws {
        let weekly = try IntakeRepository()
        let run = await CommandRun.inProcess(["intake"], in: weekly.repository.folder.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("the settings don't say where pull requests are"))
        #expect(try await weekly.intake("--push").status == 64)
        #expect(try await weekly.intake("update", "pr/nobody").errors.contains("no open pull request 'pr/nobody'"))
    }

    @Test func updatesABranchByEntries() async throws {
        let weekly = try IntakeRepository()
        let old = try weekly.pull("a", "* [A](https://a.example)")
        try weekly.repository.branch("pr/a", "notes.md", "Mine\n")
        let head = try weekly.repository.commit(of: "pr/a")
        try weekly.repository.commit(IntakeRepository.path, IntakeRepository.adding("* [Main](https://main.example)"))
        let main = try weekly.repository.commit(of: "main")
        let dry = try await weekly.intake("update", "pr/a")
        #expect(dry.status == 0 && dry.errors.contains("Add --yes to push."))
        #expect(try weekly.repository.commit(of: "pr/a") == head && head != old)
        let run = try await weekly.intake("update", "pr/a", "--yes")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try weekly.git("rev-parse", "pr/a^@") == "\(head)\n\(main)")
        #expect(try weekly.changed(main, "pr/a") == [IntakeRepository.path, "notes.md"])
        #expect(
            try weekly.git("show", "pr/a:\(IntakeRepository.path)") + "\n"
                == IntakeRepository.adding("* [Main](https://main.example)\n* [A](https://a.example)"))
        // What conflicted merges with a plain merge now.
        try weekly.git("merge", "-q", "--no-ff", "-m", "by the button", "pr/a")
    }

    @Test func leavesABranchAloneThatNeedsAPerson() async throws {
        let weekly = try IntakeRepository()
        let draft = IntakeRepository.draft
        let title = try weekly.repository.branch(
            "pr/title", IntakeRepository.path, draft.replacing("[One]", with: "[Uno]"))
        let readme = try weekly.repository.branch("pr/readme", "README.md", "Mine\n")
        try weekly.repository.commit("README.md", "Ours\n")
        try weekly.repository.commit(IntakeRepository.path, draft.replacing("[One]", with: "[Eins]"))
        let first = try await weekly.intake("update", "pr/title", "--yes")
        #expect(first.status == 2 && first.errors.contains("both sides changed the title"))
        let second = try await weekly.intake("update", "pr/readme", "--yes")
        #expect(second.status == 2 && second.errors.contains("README.md: error: pr/readme and main both changed"))
        #expect(try weekly.repository.commit(of: "pr/title") == title)
        #expect(try weekly.repository.commit(of: "pr/readme") == readme)
    }

    @Test func namesWhatIsNoPullRequest() async throws {
        let weekly = try IntakeRepository()
        let none = try await weekly.intake()
        #expect(none.status == 2)
        #expect(
            none.errors == "error: no branch of this clone matches 'pr/*'. List the branches with 'git branch'\n")
        try weekly.pull("a", "* [A](https://a.example)")
        for option in ["--only", "--except", "--again"] {
            let run = try await weekly.intake(option, "pr/nobody")
            #expect(run.status == 2)
            #expect(
                run.errors
                    == "error: no open pull request 'pr/nobody'. Choose a pull request that 'sennight intake' lists\n")
        }
        #expect(try weekly.draft == IntakeRepository.draft)
    }

    @Test func takesNothingIntoAnIssue() async throws {
        let weekly = try IntakeRepository()
        try weekly.pull("a", "* [A](https://a.example)")
        let run = try await weekly.intake("--draft", "content/6.md")
        #expect(run.status == 2)
        #expect(run.errors == "content/6.md: error: this file is already an issue. Choose a draft in 'draft'\n")
    }
}
