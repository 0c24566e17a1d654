import Address
import Context
import Foundation
import Live
import Newsletter
import Newsroom
import Publish
import Send
import Settings
import Signing
import Store
import StoreSQLite
import Synchronization
import TestKit

/// A publication with readers, in a clone of a real bare repository, and everything that its issue 7 is published to.
final class PublishedWeekly: Sendable {
    let folder: ScratchFolder
    let mail = ScriptedMailServer()
    let mastodon = FakeMastodon(token: secrets["MASTODON_TOKEN", default: ""], now: start)
    let bluesky = FakeBluesky(identifier: "weekly.example", password: secrets["BLUESKY_PASSWORD", default: ""])
    let discourse = FakeDiscourse(user: "weekly", key: secrets["DISCOURSE_KEY", default: ""])
    let github = FakeGitHub(
        repository: "example/weekly", token: secrets["GITHUB_TOKEN", default: ""], pulls: [41])
    private let state = Mutex(State())

    private struct State {
        var time = start
        /// How often the user's own program was run, by the key that it was given.
        var programs: [String: Int] = [:]
        var firstKey: String?
    }

    /// Noon on 1 July 2026, in seconds since 1970, as in the log of ``ScriptedMailServer``.
    private static let start = 1_782_907_200
    private static let secrets = [
        "MASTODON_TOKEN": "mastodon-s3cret-0123456789", "BLUESKY_PASSWORD": "blue-s3cret-0123-4567",
        "DISCOURSE_KEY": "discourse-s3cret-0123456789", "GITHUB_TOKEN": "github-s3cret-0123456789",
    ]
    private static let settings = """
        mail: { from: news@example.org, server: "https://mail.example/", sending: { log: ../maillog } }
        intake: { repository: example/weekly, api: https://api.github.example }
        publish:
          tag: "issue-{number}"
          wait: 60
          pull-requests: close
          deploy:
            - { target: folder, path: ../public }
            - { target: command, run: [scripts/purge] }
          announce:
            - { target: mastodon, server: "https://social.example" }
            - { target: bluesky, service: "https://bsky.example", identifier: weekly.example }
            - { target: discourse, server: "https://forum.example", category: 5, user: weekly }

        """
    private static let intake = #"""
        {"pull":"41","head":"a","base":"b","path":"draft/7.md","changes":[{"kind":"added","section":"Here","identity":"link new.example/1","text":"* [New](https://new.example/1)\n"}],"v":2}

        """#

    /// A publication that others are copies of, because its repositories and its store take time.
    static func template() async throws -> PublishedWeekly {
        let weekly = PublishedWeekly(in: try ScratchFolder())
        let folder = weekly.folder
        try folder.write("clone/sennight.yaml", WeeklyFolder.settings + settings)
        try folder.write("clone/.gitignore", ".sennight/\n")
        try folder.write(
            "clone/content/6.md",
            "Title: Weekly 6\nNumber: 6\nDate: 2999-03-03\n\n## News\n\n### Here\n\n* [Old](https://old.example/1)\n")
        let draft = WeeklyFolder.draft.replacing("### Here\n", with: "### Here\n\n* [New](https://new.example/1)\n")
        try folder.write("clone/draft/7.md", draft)
        try folder.write("clone/intake/7.jsonl", intake)
        let (clone, remote) = (folder.path("clone"), folder.path("remote.git"))
        try await git("init", "--quiet", "--template=", "--bare", "--initial-branch=main", remote, in: folder.path)
        try await git("init", "--quiet", "--template=", "--initial-branch=main", in: clone)
        try await identify("Ann", in: clone)
        try await git("add", "--all", in: clone)
        try await git("commit", "--quiet", "--message=Start", in: clone)
        // Copies have a remote of their own.
        try await git("remote", "add", "origin", "../remote.git", in: clone)
        try await git("push", "--quiet", "--set-upstream", "origin", "main", in: clone)
        try await weekly.addReaders(in: clone)
        return weekly
    }

    private init(in folder: ScratchFolder) {
        self.folder = folder
    }

    func copy() throws -> PublishedWeekly {
        let copy = PublishedWeekly(in: try ScratchFolder())
        for name in ["clone", "remote.git"] { try copy.folder.copy(folder.path(name), to: name) }
        return copy
    }

    /// Another person's clone of the same remote, in the folder of that name.
    func clone(of person: String) async throws {
        let path = folder.path(person)
        try await Self.git("clone", "--quiet", "--template=", "remote.git", person, in: folder.path)
        try await Self.git("config", "remote.origin.url", "../remote.git", in: path)
        try await Self.identify(person, in: path)
        try await addReaders(in: path)
    }

    private static func identify(_ person: String, in folder: String) async throws {
        try await git("config", "user.name", person, in: folder)
        try await git("config", "user.email", "\(person.lowercased())@example.org", in: folder)
    }

    private func addReaders(in clone: String) async throws {
        let session = SubscriberSession(
            try DraftSession(PublicationLocation(root: clone), context: context(EffectScript())), Self.stores(nil),
            .live)
        try await session.withStore(.writing) { store in
            try await store.changeSubscribers(.live, now: Self.start) { subscribers in
                for number in 1...2 {
                    _ = try subscribers.add(
                        NewSubscriber(
                            address: try MailAddress("reader\(number)@example.org"), state: .active, consentTime: 1,
                            consentSource: "test"))
                }
            }
        }
    }

    // MARK: Publishing

    func wait(seconds: Int) { state.withLock { $0.time += seconds } }

    /// - Parameter clone: the folder of the clone.
    func publishing(_ script: EffectScript = EffectScript(), clone: String = "clone") throws -> Publishing {
        // Postfix would have begun its log before.
        try folder.write("maillog", "Jul  1 11:00:00 mx postfix/master[1]: started\n" + mail.log)
        let delivery = mail.delivery.interrupted(by: script)
        return Publishing(
            PublicationLocation(root: folder.path(clone)), context: context(script), stores: Self.stores(script),
            cryptography: .live, host: "desk", process: 1, logOffset: 0, dns: .none,
            transport: { _ in (delivery, 1) }, notify: { _ in })
    }

    /// Publishes, or continues.
    func publish(_ script: EffectScript = EffectScript(), clone: String = "clone") async throws -> PublishJournal {
        var choice = IssuePublishing.Choice()
        choice.issue = "7"
        choice.skipsPreFlight = true
        return try await IssuePublishing(publishing(script, clone: clone), choice).run { _ in }
    }

    private static func stores(_ script: EffectScript?) -> StoreAccess {
        StoreAccess(
            open: { path, now in
                let store = try await SQLiteStore.open(path, now: now)
                return script.map { InterruptedStore(store: store, script: $0) } ?? store
            },
            temporary: { now in try await SQLiteStore.temporary(now: now) })
    }

    private func context(_ script: EffectScript) -> Context {
        var context = Context.interrupted(by: script)
        context.environment.processors = 1
        context.clock = Clock(
            now: { [self] in state.withLock { $0.time } * 1_000_000_000 },
            sleep: { [self] length in
                // Nothing waits for real, but others get their turn.
                state.withLock { $0.time += Int(length.components.seconds) }
                // Cancelling the task ends the wait.
                try? await Task.sleep(for: .milliseconds(1))
            })
        context.secrets = Secrets { name in Self.secrets[name] }
        let web = web
        context.http = { _ in web.interrupted(by: script) }
        context.programs = Programs { [self] command throws(ProgramError) in
            let fault = ProgramError(program: command.program, reason: .timedOut(600))
            return try await script.perform("program", fault: fault) { () throws(ProgramError) in
                let key = command.environment["SENNIGHT_KEY"] ?? ""
                state.withLock { state in
                    state.firstKey = state.firstKey ?? key
                    state.programs[key, default: 0] += 1
                }
                return ProgramOutput(status: 0)
            }
        }
        return context
    }

    /// The services, and the folder `public` as the site.
    private var web: HTTP {
        let services = HTTP.serving([mastodon, bluesky, discourse, github])
        let root = folder.path("public")
        return HTTP { request throws(HTTPError) in
            let site = "https://weekly.example/"
            guard request.url.hasPrefix(site) else { return try await services.send(request) }
            var path = root + "/" + request.url.dropFirst(site.count)
            if path.hasSuffix("/") { path += "index.html" }
            // A web server says that about every file that it can't read.
            guard let bytes = try? Files.live.read(path) else { return HTTPResponse(status: 404, url: request.url) }
            return HTTPResponse(status: 200, body: bytes, url: request.url)
        }
    }

    // MARK: What readers and editors see

    /// Everything that publishing has done to the world outside of the clone.
    struct Effects: Hashable {
        var tags: [String]
        /// The subjects of the commits, sorted.
        var commits: [String]
        var posts: [Int]
        var pulls: [String]
        var mails: [String]
        /// How often the user's own program was run by its own step; the redirect deploys again.
        var programs: Int
        var isOnline: Bool
        /// Whether the permanent address leads to the discussion.
        var hasDiscussion: Bool
        var resolution: PublishJournal.Resolution?
    }

    var programs: Int { state.withLock { state in state.firstKey.flatMap { state.programs[$0] } ?? 0 } }

    func effects() async throws -> Effects {
        let discuss = try folder.files(below: "public").first { $0.contains("7/discuss") }
        return Effects(
            tags: try await remote("tag", "--list"), commits: try await remote("log", "--format=%s", "main").sorted(),
            posts: [mastodon.effects.count, bluesky.effects.count, discourse.effects.count],
            pulls: github.effects, mails: mail.received.sorted(), programs: programs,
            isOnline: try folder.files(below: "public").contains { path in
                try folder.text("public/\(path)").contains("https://new.example/1") && path.hasSuffix(".html")
            },
            hasDiscussion: try discuss.map { try folder.text("public/\($0)").contains("https://forum.example/t/") }
                ?? false, resolution: try await remoteJournal()?.resolution)
    }

    /// The journal on the remote repository.
    func remoteJournal() async throws -> PublishJournal? {
        let text = try await remote("show", "refs/sennight/publish/7:journal.json").joined(separator: "\n")
        return try PublishJournal(Array(text.utf8), place: "remote")
    }

    private func remote(_ arguments: String...) async throws -> [String] {
        try await Self.git(["--git-dir=\(folder.path("remote.git"))"] + arguments, in: folder.path)
            .split(separator: "\n").map(String.init)
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    @discardableResult
    static func git(_ arguments: String..., in folder: String) async throws -> String {
        try await git(arguments, in: folder)
    }

    private static func git(_ arguments: [String], in folder: String) async throws -> String {
        let output = try await Git.live.run(GitCommand(arguments, folder: folder))
        guard output.status == 0 else { throw Failure(description: "git \(arguments): \(output.standardError)") }
        return output.line
    }
}
