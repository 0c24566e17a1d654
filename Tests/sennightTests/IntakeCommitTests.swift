import TestKit
import Testing

/// `intake commit`: what it closes, what it leaves open, and that nothing else changes.
@Suite(.startsProcesses)
struct IntakeCommitTests {
    private static let path = IntakeRepository.path

    @Test func closesOnlyWhatIsWhole() async throws {
        let weekly = try IntakeRepository()
        let main = try weekly.repository.commit(of: "main")
        let whole = try weekly.pull("whole", "* [Whole](https://whole.example)")
        try weekly.pull("gone", "* [Stays](https://stays.example)\n* [Gone](https://gone.example)")
        try weekly.repository.branch("pr/wide", "README.md", "Mine\n")
        try weekly.pull("wide", "* [Wide](https://wide.example)")
        let reworded = try weekly.pull("reworded", "* [A talk](https://wrong.example/talk)")
        _ = try await weekly.intake()
        try weekly.edit { text in
            text = text.replacing("* [Gone](https://gone.example)\n", with: "")
            text = text.replacing("[A talk](https://wrong.example/talk)", with: "[A talk](https://right.example/talk)")
            text = text.replacing("[Hammer]", with: "[The hammer]")
        }
        try weekly.repository.folder.write("README.md", "Staged by somebody\n")
        try weekly.git("add", "README.md")
        let text = try weekly.draft

        let run = try await weekly.intake("commit")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "intake/7\n")
        #expect(run.errors.contains("closes pr/reworded, pr/whole."))
        #expect(run.errors.contains("pr/gone stays open: '* [Gone](https://gone.example)' isn't in the draft.\n"))
        #expect(run.errors.contains("pr/wide stays open: the pull request also touches README.md.\n"))

        #expect(
            try weekly.git("rev-parse", "intake/7^@").split(separator: "\n") == [main[...], reworded[...], whole[...]])
        // No file of a parent differs unnoticed.
        #expect(try weekly.changed(main, "intake/7") == [Self.path, "intake/7.jsonl"])
        for parent in [reworded, whole] {
            #expect(try weekly.changed(main, parent) == [Self.path])
        }
        #expect(try weekly.git("show", "intake/7:\(Self.path)") + "\n" == text)
        #expect(try weekly.repository.commit(of: "main") == main)
        #expect(try weekly.draft == text)
        #expect(
            try weekly.git("status", "--porcelain")
                == "M  README.md\nM  \(Self.path)\nA  intake/7.jsonl")
        // Said twice, it is the same branch.
        #expect(try await weekly.intake("commit").output == "intake/7\n")
        #expect(try weekly.repository.folder.files(below: ".git/refs/heads/intake") == ["7"])
        try weekly.git("switch", "-q", "intake/7")
        #expect(try weekly.git("status", "--porcelain") == "M  README.md")
        #expect(try await weekly.intake("commit").errors.contains("Nothing to commit."))
    }

    @Test func leavesOpenWhatContainsAnOpenOne() async throws {
        let weekly = try IntakeRepository()
        try weekly.pull("first", "* [First](https://first.example)")
        try weekly.pull(
            "second", "* [First](https://first.example)\n* [Second](https://second.example)", from: "pr/first")
        _ = try await weekly.intake()
        let run = try await weekly.intake("commit", "--except", "pr/first")
        #expect(run.errors.contains("pr/first stays open: the pull request was not selected."))
        #expect(run.errors.contains("pr/second stays open: the pull request contains pr/first, which stays open."))
        #expect(try weekly.git("rev-list", "--parents", "-1", "intake/7").split(separator: " ").count == 2)
    }

    @Test func leavesOpenWhatChangedSinceOrWasNotTakenIn() async throws {
        let weekly = try IntakeRepository()
        try weekly.pull("a", "* [A](https://a.example)")
        _ = try await weekly.intake()
        try weekly.pull("a", "* [A](https://a.example)\n* [Sneaked](https://in.example)")
        try weekly.pull("b", "* [B](https://b.example)")
        let run = try await weekly.intake("commit")
        #expect(
            run.errors.contains("pr/a stays open: the pull request has changed since it was merged into the draft."))
        #expect(run.errors.contains("pr/b stays open: the pull request was not merged into the draft."))
        #expect(run.errors.contains("closes no pull request."))
    }

    @Test func leavesOpenAnEditThatWasUndone() async throws {
        let weekly = try IntakeRepository()
        try weekly.repository.branch(
            "pr/edit", Self.path, IntakeRepository.draft.replacing("[One]", with: "[Number one]"))
        try weekly.repository.branch(
            "pr/remove", Self.path,
            IntakeRepository.draft.replacing("* [Hammer](https://tools.example/hammer)\n", with: ""))
        _ = try await weekly.intake()
        try weekly.edit { $0 = IntakeRepository.draft }
        let run = try await weekly.intake("commit")
        #expect(
            run.errors.contains("pr/edit stays open: '* [Number one](https://one.example/1)' isn't in the draft, or"))
        #expect(
            run.errors.contains(
                "pr/remove stays open: '* [Hammer](https://tools.example/hammer)' is in the draft again."))
    }

    @Test func goesOnWithABranchOfItsOwnEachTime() async throws {
        let weekly = try IntakeRepository()
        try weekly.pull("a", "* [A](https://a.example)")
        _ = try await weekly.intake()
        #expect(try await weekly.intake("commit").output == "intake/7\n")
        try weekly.pull("b", "* [B](https://b.example)")
        _ = try await weekly.intake()
        let run = try await weekly.intake("commit")
        #expect(run.output == "intake/7-2\n", "\(run.errors)")
        #expect(run.errors.contains("closes pr/a, pr/b."))
    }

    @Test func pushesOnlyWhenToldTwice() async throws {
        let weekly = try IntakeRepository()
        let remote = try ScratchFolder()
        try weekly.repository.addOrigin(at: remote)
        try weekly.pull("a", "* [A](https://a.example)")
        _ = try await weekly.intake()
        #expect(try await weekly.intake("commit", "--push").status == 2)
        try weekly.git("push", "-q", "-u", "origin", "main")
        let before = try weekly.repository.commit(of: "main")

        let dry = try await weekly.intake("commit", "--push")
        #expect(dry.status == 0 && dry.errors.contains("Add --yes to push."))
        #expect(try remote.text("refs/heads/main").hasPrefix(before))

        let run = try await weekly.intake("commit", "--push", "--yes")
        #expect(run.status == 0, "\(run.errors)")
        let after = try weekly.repository.commit(of: "main")
        #expect(run.output == after + "\n")
        #expect(try remote.text("refs/heads/main").hasPrefix(after))
        #expect(try weekly.git("rev-parse", "main^@") == "\(before)\n\(weekly.repository.commit(of: "pr/a"))")
        #expect(try weekly.git("status", "--porcelain") == "")
    }

    @Test func pushesNothingOverWhatOthersPushed() async throws {
        let weekly = try IntakeRepository()
        let remote = try ScratchFolder()
        try weekly.repository.addOrigin(at: remote)
        try weekly.git("push", "-q", "-u", "origin", "main")
        let theirs = try weekly.repository.branch("theirs", "README.md", "Theirs\n")
        try weekly.git("push", "-q", "origin", "theirs:main")
        try weekly.pull("a", "* [A](https://a.example)")
        _ = try await weekly.intake()
        let before = try weekly.repository.commit(of: "main")
        let run = try await weekly.intake("commit", "--push", "--yes")
        #expect(run.status == 2)
        #expect(
            run.errors.contains(
                "'origin' has new commits, so nothing was pushed. Run 'git pull', and then this command again"
            ))
        #expect(try remote.text("refs/heads/main").hasPrefix(theirs))
        #expect(try weekly.repository.commit(of: "main") == before)
        #expect(try weekly.git("status", "--porcelain") == " M \(Self.path)\n?? intake/")
    }

    @Test func mergesWhatTwoEditorsTookIn() async throws {
        let weekly = try IntakeRepository()
        #expect(await CommandRun.inProcess(["merge-driver", "install"], in: weekly.repository.folder.path).status == 0)
        try weekly.repository.commit(
            ".gitattributes", weekly.repository.folder.text(".gitattributes"), message: "Merge by entries")
        try weekly.pull("a", "* [A](https://a.example)", from: "main")
        try weekly.pull("b", "* [B](https://b.example)", from: "main")
        for name in ["a", "b"] {
            try weekly.git("switch", "-q", "-c", "editor-\(name)", "main")
            #expect(try await weekly.intake("--only", "pr/\(name)").status == 0)
            try weekly.git("add", "-A")
            try weekly.git("commit", "-q", "-m", "Merge \(name)")
        }
        try weekly.git("merge", "-q", "-m", "Merge", "editor-a")
        let memory = try weekly.repository.folder.text("intake/7.jsonl")
        #expect(memory.split(separator: "\n").count == 2 && memory.contains("pr/a") && memory.contains("pr/b"))
        // Without the attribute both sides' lines stand between markers.
        try weekly.repository.folder.write(
            "intake/7.jsonl", "<<<<<<< a\n" + memory.replacing("}\n{", with: "}\n=======\n{") + ">>>>>>> b\n")
        #expect(try await weekly.intake().status == 0)
    }

    @Test func refusesInTheMiddleOfSomething() async throws {
        let weekly = try IntakeRepository()
        try weekly.pull("a", "* [A](https://a.example)")
        _ = try await weekly.intake()
        let text = try weekly.draft
        // Staged is one thing, in the file another.
        try weekly.edit { $0 = $0.replacing("[Hammer]", with: "[Axe]") }
        try weekly.git("add", Self.path)
        try weekly.repository.folder.write(Self.path, text)
        let staged = try await weekly.intake("commit")
        #expect(staged.status == 2 && staged.errors.contains("the staged version of the draft differs"))
        try weekly.git("reset", "-q")
        try weekly.repository.folder.write(".git/MERGE_HEAD", try weekly.repository.commit(of: "pr/a") + "\n")
        let merging = try await weekly.intake("commit")
        #expect(merging.status == 2 && merging.errors.contains("a merge is in progress in this repository"))
        #expect(!weekly.repository.folder.exists(".git/refs/heads/intake"))
    }
}
