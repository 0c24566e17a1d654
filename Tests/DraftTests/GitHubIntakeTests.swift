import Context
import Live
import Newsletter
import Repository
import TestKit
import Testing

@testable import Draft

/// Pull requests on a forge: its answers are scripted, its repository is real.
@Suite(.startsProcesses)
struct GitHubIntakeTests {
    private static let api = "https://forge.example/api/v3"
    private static let draft = "Title: W\nNumber: 7\nDate: 2026-03-04\n\n## News\n\n* [One](https://one.example)\n"
    private static let path = "draft/7.md"

    private static func client(_ script: ScriptedHTTP) -> GitHubClient {
        var rules = IntakeRules()
        rules.api = api
        return GitHubClient(http: script.http, rules: rules, repository: "tea/weekly", token: "s3cret")
    }

    private static func pull(
        _ number: Int, head: String = "", isDraft: Bool = false, isEditable: Bool? = nil, state: String = "open"
    ) -> String {
        let editable = isEditable.map { "\"maintainer_can_modify\":\($0)," } ?? ""
        return """
            {"number":\(number),"title":"Pull \(number)","state":"\(state)","draft":\(isDraft),\(editable)
            "user":{"login":"anna"},"head":{"sha":"\(head)","ref":"topic",
            "repo":{"clone_url":"https://forge.example/anna/weekly.git"}},"unknown":[1]}
            """
    }

    private static let list =
        "GET \(api)/repos/tea/weekly/pulls?state=open&base=main&sort=created&direction=asc&per_page=100"

    @Test func readsAllPagesAndLeavesDraftsOut() async throws {
        let next = "\(Self.api)/repositories/1/pulls?page=2"
        let script = ScriptedHTTP([
            Self.list: .response(
                headers: ["link": "<\(next)>; rel=\"next\", <\(next)>; rel=\"last\""],
                body: "[\(Self.pull(12)),\(Self.pull(3))]"),
            "GET \(next)": .response(
                headers: ["Link": "<https://elsewhere.example/>; rel=\"next\""],
                body: "[\(Self.pull(4, isDraft: true)),\(Self.pull(5).replacing(#"{"login":"anna"}"#, with: "null"))]"),
        ])
        let pulls = try await Self.client(script).openPullRequests()
        #expect(pulls.map(\.name) == [.number(3), .number(5), .number(12)])
        #expect(pulls.map(\.author) == ["anna", nil, "anna"])
        // The token goes to the forge and to nobody else.
        #expect(script.asked.count == 2)
        #expect(script.asked.allSatisfy { $0.headers["Authorization"] == "Bearer s3cret" })
        #expect(script.asked.allSatisfy { $0.headers["X-GitHub-Api-Version"] != nil })
    }

    @Test(arguments: [
        (401, "GITHUB_TOKEN_FILE"), (403, "try again in an hour"), (404, "Check 'intake: repository:'"), (500, "later"),
    ]) func saysWhatToDo(status: Int, words: String) async throws {
        let script = ScriptedHTTP([Self.list: .response(status: status, body: "{}")])
        let error = await #expect(throws: Diagnostic.self) { try await Self.client(script).openPullRequests() }
        #expect(error.map { "\($0)" }?.contains(words) == true)
        #expect(error.map { "\($0)" }?.contains("s3cret") == false)
    }

    @Test func saysWhatToDoWhereNobodyAnswers() async throws {
        let script = ScriptedHTTP([Self.list: .failure(.unknownHost)])
        let error = await #expect(throws: Diagnostic.self) { try await Self.client(script).openPullRequests() }
        #expect(
            error?.description
                == "error: \(Self.list.dropFirst(4)): no such host. Check your connection, and 'intake: api:' in the settings"
        )
    }

    @Test func saysWhatIsMissingInAnAnswer() async throws {
        let script = ScriptedHTTP([Self.list: .response(body: #"[{"number":1,"title":"T","head":{"ref":"x"}}]"#)])
        let error = await #expect(throws: Diagnostic.self) { try await Self.client(script).openPullRequests() }
        #expect(error?.summary.contains("head.sha' is missing") == true)
    }

    @Test func answersThenCloses() async throws {
        let base = "\(Self.api)/repos/tea/weekly"
        let script = ScriptedHTTP([
            "POST \(base)/issues/12/comments": .response(status: 201, body: "{}"),
            "PATCH \(base)/pulls/12": .sequence([.response(status: 200, body: "{}"), .response(status: 403)]),
        ])
        try await Self.client(script).decline(12, answer: "Thank \"you\"\n")
        #expect(script.asked.map(\.method) == ["POST", "PATCH"])
        #expect(String(decoding: script.asked[0].body, as: UTF8.self) == #"{"body":"Thank \"you\"\n"}"#)
        #expect(String(decoding: script.asked[1].body, as: UTF8.self) == #"{"state":"closed"}"#)
        let error = await #expect(throws: Diagnostic.self) { try await Self.client(script).decline(12, answer: "x") }
        #expect(error?.summary.contains("was posted, but the pull request could not be closed") == true)
    }

    @Test func declinesNothingThatIsClosed() async throws {
        let script = ScriptedHTTP([
            "GET \(Self.api)/repos/tea/weekly/pulls/12": .response(body: Self.pull(12, state: "closed"))
        ])
        await #expect(throws: Diagnostic.self) { try await Self.client(script).pullRequest(12) }
    }

    // MARK: With a real repository

    /// The forge's repository with pull requests 1 and 2, and a clone of it.
    private func forge() throws -> (forge: ScratchRepository, clone: ScratchRepository, heads: [String]) {
        let forge = try ScratchRepository()
        try forge.commit(Self.path, Self.draft)
        let heads = try [1, 2].map { number in
            let head = try forge.branch(
                "topic\(number)", Self.path, Self.draft + "* [N\(number)](https://n\(number).example)\n")
            try forge.set("refs/pull/\(number)/head", to: head)
            return head
        }
        return (forge, try ScratchRepository(cloning: forge), heads)
    }

    @Test func fetchesWhatTheForgeLists() async throws {
        let (forge, clone, heads) = try forge()
        // The third is listed and gone; the others come all the same.
        let gone = String(repeating: "3", count: 40)
        let pulls = [Self.pull(1, head: heads[0]), Self.pull(2, head: heads[1]), Self.pull(3, head: gone)]
        let script = ScriptedHTTP([Self.list: .response(body: "[\(pulls.joined(separator: ","))]")])
        let repository = GitRepository(git: .live, root: clone.folder.path)
        let source = PullRequestSource.gitHub(
            Self.client(script), into: repository, remote: "origin", branch: "main")
        let found = try await source.list()
        #expect(found.map(\.head) == heads + [gone])
        let main = try await source.main()
        #expect(main == (try clone.commit(of: "HEAD")))

        let reader = PullRequestReader(
            repository: repository, folders: DraftFolders(draft: Self.path, drafts: "draft", issues: "content"),
            main: main)
        let file = clone.folder.path(Self.path)
        let log = ChangeLog(files: .live, folder: clone.folder.path("undo"), root: clone.folder.path)
        let memory = try IntakeFolder(
            files: .live, folder: clone.folder.path("intake"), draft: Array(Self.draft.utf8))
        var intake = Intake(files: .live, reader: reader, draftFile: file, memory: memory) { changes in
            try log.apply(changes, command: ["intake"], at: 0)
        }
        let rows = try await intake.run(found)
        #expect(rows.map(\.kind) == [.adds, .adds, .unreadable])
        #expect(
            try clone.folder.text(Self.path) == Self.draft
                + "* [N1](https://n1.example)\n* [N2](https://n2.example)\n")
        #expect(try clone.git("branch", "--list") == "* main")
        #expect(try forge.git("for-each-ref", "refs/sennight") == "")
    }

    @Test(arguments: [true, false]) func updatesABranchWhereItsAuthorAllowsIt(isEditable: Bool) async throws {
        let (forge, clone, heads) = try forge()
        try forge.configure("receive", ["denyCurrentBranch": "ignore"])
        try forge.set("refs/heads/topic", to: heads[0])
        try clone.configure(
            "url \"\(forge.folder.path)\"", ["insteadOf": "https://forge.example/anna/weekly.git"])
        try forge.commit(Self.path, Self.draft + "* [Main](https://main.example)\n")
        let script = ScriptedHTTP([
            "GET \(Self.api)/repos/tea/weekly/pulls/1": .response(
                body: Self.pull(1, head: heads[0], isEditable: isEditable))
        ])
        let repository = GitRepository(git: .live, root: clone.folder.path)
        let source = PullRequestSource.gitHub(
            Self.client(script), into: repository, remote: "origin", branch: "main")
        let pull = try await source.find(.number(1))
        let reader = PullRequestReader(
            repository: repository, folders: DraftFolders(draft: Self.path, drafts: "draft", issues: "content"),
            main: try await source.main())
        let update = BranchUpdate(reader)
        let commit = try #require(try await update.make(pull))
        guard isEditable else {
            await #expect(throws: Diagnostic.self) { try await update.push(commit, to: pull) }
            #expect(try forge.commit(of: "topic") == heads[0])
            return
        }
        try await update.push(commit, to: pull)
        #expect(try forge.commit(of: "topic") == commit)
        #expect(
            try forge.git("show", "topic:\(Self.path)") + "\n"
                == Self.draft + "* [Main](https://main.example)\n* [N1](https://n1.example)\n")
        #expect(try forge.git("rev-parse", "topic^@") == "\(heads[0])\n\(forge.commit(of: "main"))")
    }
}
