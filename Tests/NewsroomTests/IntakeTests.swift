import Context
import Newsletter
import Newsroom
import TestKit
import Testing

/// Taking in, committing and updating pull requests, with a repository in memory.
@Suite struct IntakeTests {
    private static let path = "draft/7.md"
    private static let draft = MemoryWeekly.draft(with: "* [One](https://one.example/1)")

    /// The draft with one more link.
    private static func adding(_ name: String) -> String {
        draft.replacing(
            "(https://one.example/1)\n", with: "(https://one.example/1)\n* [\(name)](https://\(name).example)\n")
    }

    private func weekly() -> (MemoryWeekly, MemoryRepository) {
        var weekly = MemoryWeekly(draft: Self.draft)
        let repository = MemoryRepository(root: MemoryWeekly.root)
        repository.commit([Self.path: Self.draft])
        weekly.git = repository.git
        return (weekly, repository)
    }

    private func intake(_ weekly: MemoryWeekly) throws -> TakenPullRequests {
        try TakenPullRequests(weekly.session(), origin: .branches("pr/*"))
    }

    @Test func takesPullRequestsIn() async throws {
        let (weekly, repository) = weekly()
        repository.commit([Self.path: Self.adding("a")], to: "pr/a", from: "main")
        repository.commit([Self.path: Self.adding("b")], to: "pr/b", from: "main")
        let dry = try await intake(weekly).take(PullRequestSelection(), isDry: true)
        #expect(dry.taken == 2 && weekly.text(Self.path) == Self.draft)

        let outcome = try await intake(weekly).take(PullRequestSelection(), isDry: false)
        #expect(outcome.taken == 2 && !outcome.needsPerson)
        let draft = try #require(weekly.text(Self.path))
        #expect(draft.contains("* [a](https://a.example)\n") && draft.contains("* [b](https://b.example)\n"))
        #expect(weekly.text("intake/7.jsonl")?.contains(#""pull":"pr/a""#) == true)

        let again = try await intake(weekly).take(PullRequestSelection(), isDry: false)
        #expect(again.taken == 0 && weekly.text(Self.path) == draft)
    }

    @Test func leavesOutWhatIsNotSelected() async throws {
        let (weekly, repository) = weekly()
        repository.commit([Self.path: Self.adding("a")], to: "pr/a", from: "main")
        repository.commit([Self.path: Self.adding("b")], to: "pr/b", from: "main")
        let outcome = try await intake(weekly).take(PullRequestSelection(except: ["pr/a"]), isDry: false)
        #expect(outcome.taken == 1)
        #expect(weekly.text(Self.path)?.contains("a.example") == false)
        await #expect(throws: Diagnostic.self) {
            try await intake(weekly).take(PullRequestSelection(only: ["pr/c"]), isDry: false)
        }
    }

    @Test func commitsTheDraftWithThePullRequestsAsParents() async throws {
        let (weekly, repository) = weekly()
        let main = try #require(repository.commit(of: "main"))
        let head = repository.commit([Self.path: Self.adding("a")], to: "pr/a", from: "main")
        _ = try await intake(weekly).take(PullRequestSelection(), isDry: false)
        let committed = try await intake(weekly).commit(PullRequestSelection(), to: .branch)
        #expect(committed.closed == ["pr/a"] && committed.open.isEmpty)
        let commit = try #require(repository.commit(of: "intake/7"))
        #expect(repository.parents(of: commit) == [main, head])
        #expect(repository.text(Self.path, in: commit) == weekly.text(Self.path))
        #expect(repository.commit(of: "main") == main)
    }

    @Test func pushesOnlyWhenItIsMeant() async throws {
        let (weekly, repository) = weekly()
        repository.commit([Self.path: Self.adding("a")], to: "pr/a", from: "main")
        _ = try await intake(weekly).take(PullRequestSelection(), isDry: false)
        await #expect(throws: Diagnostic.self, "the branch has no upstream") {
            try await intake(weekly).commit(PullRequestSelection(), to: .push(isMeant: true))
        }
        repository.configure("branch.main.remote", "origin")
        repository.configure("branch.main.merge", "refs/heads/main")
        let shown = try await intake(weekly).commit(PullRequestSelection(), to: .push(isMeant: false))
        guard case .wouldPush = shown.effect else {
            Issue.record("\(shown.effect)")
            return
        }
        #expect(repository.pushes.isEmpty)
        _ = try await intake(weekly).commit(PullRequestSelection(), to: .push(isMeant: true))
        let commit = try #require(repository.commit(of: "main"))
        #expect(repository.pushes == ["origin \(commit):refs/heads/main"])
        #expect(repository.text(Self.path, in: commit)?.contains("a.example") == true)
    }

    @Test func updatesTheBranchOfAPullRequest() async throws {
        let (weekly, repository) = weekly()
        let head = repository.commit([Self.path: Self.adding("a")], to: "pr/a", from: "main")
        let main = repository.commit([Self.path: Self.adding("m")])
        weekly.write(Self.path, Self.adding("m"))
        let answers = try PullRequestAnswers(weekly.session())
        let shown = try await answers.update("pr/a", from: .branches("pr/*"), draft: nil, isMeant: false)
        guard case .wouldPush = shown else {
            Issue.record("\(shown)")
            return
        }
        #expect(repository.commit(of: "pr/a") == head)
        _ = try await answers.update("pr/a", from: .branches("pr/*"), draft: nil, isMeant: true)
        let merged = try #require(repository.commit(of: "pr/a"))
        #expect(repository.parents(of: merged) == [head, main])
        let draft = try #require(repository.text(Self.path, in: merged))
        #expect(draft.contains("a.example") && draft.contains("m.example"))
    }
}
