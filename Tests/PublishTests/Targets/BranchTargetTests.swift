import Context
import Live
import Repository
import Synchronization
import TestKit
import Testing

@testable import Publish

/// With a real bare repository as the remote.
@Suite struct BranchTargetTests {
    @Test(arguments: ["", ", repository: REMOTE"]) func commitsTheSite(keys: String) async throws {
        let trial = try await BranchTrial(keys)
        let site = ["index.html": "home\r\n", "a b/ü\"c.html": "b", "x/y/z.bin": "\u{0}\u{1}", "d.html": ""]
        try trial.weekly.build(site)
        #expect(await trial.target.preview(trial.weekly.request()).problems == [])
        #expect(
            await trial.target.preview(trial.weekly.request()).changes.first?.hasSuffix(", which is created") == true)
        let result = try await trial.weekly.deploy(trial.target)
        #expect(result.summary.hasPrefix("4 files changed, 0 removed on pages of "))
        #expect(try await trial.files() == site)
        #expect(try await trial.log() == ["Publish W 7 by Anna"])
        // The work tree and the index weren't touched.
        let own = GitRepository(git: .live, root: trial.weekly.scratch.path)
        #expect(try await own.line(["ls-files"]) == "")
        #expect(!trial.weekly.scratch.exists("index.html"))
    }

    @Test func changesNothingWhenDeployedAgain() async throws {
        let trial = try await BranchTrial()
        try trial.weekly.build(["index.html": "home"])
        try await trial.weekly.deploy(trial.target)
        let again = try await trial.weekly.deploy(trial.target)
        #expect(again.summary == "pages of origin has the site already")
        #expect(try await trial.log().count == 1)
    }

    @Test func keepsFilesOfOthersAndRemovesItsOwn() async throws {
        let trial = try await BranchTrial()
        try await trial.push("CNAME", "weekly.example")
        try await trial.push(".nojekyll", "")
        try await trial.push("docs/readme.md", "by hand")
        try trial.weekly.build(["index.html": "1", "old/page.html": "1", "style.aaaaaaa1.css": "one"])
        try await trial.weekly.deploy(trial.target)
        try trial.weekly.build(["index.html": "2", "style.aaaaaaa2.css": "two"])
        #expect(try await trial.weekly.deploy(trial.target).summary == "2 files changed, 1 removed on pages of origin")
        let others = ["CNAME": "weekly.example", ".nojekyll": "", "docs/readme.md": "by hand"]
        let site = ["index.html": "2", "style.aaaaaaa1.css": "one", "style.aaaaaaa2.css": "two"]
        #expect(try await trial.files() == site.merging(others) { $1 })
        trial.weekly.wait(days: 31)
        try trial.weekly.build(["index.html": "3", "style.aaaaaaa2.css": "two"])
        try await trial.weekly.deploy(trial.target)
        #expect(
            try await trial.files()
                == ["index.html": "3", "style.aaaaaaa2.css": "two"].merging(others) { $1 })
    }

    @Test(arguments: [("index.html", "index.html"), ("a", "a/b.html"), ("c.html/d", "c.html")])
    func refusesToReplaceFilesOfOthers(path: String, file: String) async throws {
        for (keys, isAllowed) in [("", false), (", adopt: true", true)] {
            let trial = try await BranchTrial(keys)
            try await trial.push(path, "by hand")
            try trial.weekly.build([file: "built"])
            let attempt = try await trial.weekly.attempt(trial.target)
            if isAllowed {
                try await trial.weekly.deploy(trial.target)
                #expect(try await trial.files() == [file: "built"])
                continue
            }
            let fault = await #expect(throws: StepFault.self) {
                try await trial.target.perform(trial.weekly.request(), attempt)
            }
            #expect(
                fault?.problem
                    == "the branch pages of origin already has files that Sennight didn't write, at paths that the site needs: \(path)"
            )
            #expect(fault?.effect == StepFault.Effect.none)
            #expect(try await trial.files() == [path: "by hand"])
        }
    }

    @Test func restoresFilesThatOthersChanged() async throws {
        let trial = try await BranchTrial()
        try trial.weekly.build(["index.html": "built", "b.html": "b"])
        try await trial.weekly.deploy(trial.target)
        try await trial.push("index.html", "by hand")
        #expect(
            try await trial.target.presence(trial.weekly.request(), try await trial.weekly.attempt(trial.target))
                == .absent)
        #expect(try await trial.weekly.deploy(trial.target).summary == "1 file changed, 0 removed on pages of origin")
        #expect(try await trial.files()["index.html"] == "built")
    }

    @Test func commitsAgainOnTopOfWhatOthersPushedMeanwhile() async throws {
        let trial = try await BranchTrial()
        try trial.weekly.build(["index.html": "1"])
        try await trial.weekly.deploy(trial.target)
        try trial.weekly.build(["index.html": "2"])
        let pushes = Mutex(0)
        let request = trial.request { push throws(GitError) in
            let count = pushes.withLock { count in
                count += 1
                return count
            }
            // A failure to prepare the test shows in what is expected below.
            if count < 3 { try? await trial.push("note\(count).txt", "by hand") }
            return try await push()
        }
        try await trial.weekly.deploy(trial.target, request)
        #expect(pushes.withLock { $0 } == 3)
        #expect(try await trial.files() == ["index.html": "2", "note1.txt": "by hand", "note2.txt": "by hand"])
        #expect(
            try await trial.log() == [
                "Publish W 7 by Anna", "Add note2.txt by Bo", "Add note1.txt by Bo", "Publish W 7 by Anna",
            ])
    }

    @Test func asksWhetherAPushArrivedWhoseAnswerWasLost() async throws {
        let trial = try await BranchTrial()
        try trial.weekly.build(["index.html": "1"])
        let attempt = try await trial.weekly.attempt(trial.target)
        for isReceived in [false, true] {
            let request = trial.request { push throws(GitError) in
                if isReceived { _ = try await push() }
                return GitOutput(status: 128, standardError: "fatal: the remote end hung up unexpectedly\n")
            }
            let fault = await #expect(throws: StepFault.self) { try await trial.target.perform(request, attempt) }
            #expect(fault?.effect == .possible)
            #expect(fault?.problem == "the push to pages failed: fatal: the remote end hung up unexpectedly")
            let presence = try await trial.target.presence(trial.weekly.request(), attempt)
            if case .present = presence { #expect(isReceived) } else { #expect(!isReceived) }
        }
        #expect(try await trial.log().count == 1)
    }

    @Test(arguments: [
        ("!\tx:refs/heads/pages\t[remote rejected] (protected branch hook declined)", "refuses the push to pages"),
        ("!\tx:refs/heads/pages\t[rejected] (stale info)", "keeps changing while the site is pushed"),
    ])
    func reportsRefusedPush(report: String, problem: String) async throws {
        let trial = try await BranchTrial()
        try trial.weekly.build(["index.html": "1"])
        let request = trial.request { _ throws(GitError) in GitOutput(status: 1, bytes: Array("To x\n\(report)\n".utf8))
        }
        let attempt = try await trial.weekly.attempt(trial.target)
        let fault = await #expect(throws: StepFault.self) { try await trial.target.perform(request, attempt) }
        #expect(fault?.problem.contains(problem) == true, "\(String(describing: fault))")
        #expect(fault?.effect == StepFault.Effect.none)
    }

    @Test func reportsRepositoryThatCannotBeReached() async throws {
        let trial = try await BranchTrial(", repository: /nowhere/at/all.git")
        try trial.weekly.build(["index.html": "1"])
        let request = trial.weekly.request()
        let problem = await trial.target.preview(request).problems.first
        #expect(problem?.hasPrefix("the repository /nowhere/at/all.git can't be read: fatal: ") == true)
        let attempt = try await trial.weekly.attempt(trial.target)
        await #expect(throws: StepFault.self) { try await trial.target.presence(request, attempt) }
        let fault = await #expect(throws: StepFault.self) { try await trial.target.perform(request, attempt) }
        #expect(fault?.effect == StepFault.Effect.none)
    }

    @Test func keepsPasswordsOutOfThePlan() throws {
        let weekly = try DeployedWeekly(
            deploy: "    - { target: branch, repository: 'https://anna:secret@git.example/w.git' }\n")
        #expect(weekly.targets.map(\.target) == ["gh-pages of https://git.example/w.git"])
    }

    @Test(arguments: ["branch: -x", "branch: refs/heads/x", "branch: 'a:b'", "repository: --upload-pack=x"])
    func refusesNamesThatGitMightMisread(key: String) {
        #expect(throws: (any Error).self) { try DeployedWeekly(deploy: "    - { target: branch, \(key) }\n") }
    }
}
