import Context
import Newsroom
import Settings
import Synchronization
import TestKit
import Text

/// A small publication that exists only in a test: no file system, no process, no server.
struct MemoryWeekly {
    let folder = MemoryFiles()
    /// What use cases have told a person beside their results.
    let notices = Mutexed<[String]>([])
    /// Where one of these is nil, a use case that needs it fails the test.
    var http: HTTP?
    var git: Git?
    var secrets: Secrets?

    static let root = "/weekly"
    static let settings = WeeklyFolder.settings
    /// 2026-03-04T20:00:00Z, in seconds.
    static let now = 1_772_654_400

    init(draft: String? = WeeklyFolder.draft, settings: String = Self.settings) {
        folder.open(Self.root)
        write("sennight.yaml", settings)
        write(
            "content/6.md",
            "Title: Weekly 6\nNumber: 6\nDate: 2999-03-03\n\n## News\n\n### Here\n\n* [Old](https://old.example/1)\n")
        if let draft { write("draft/7.md", draft) }
    }

    func write(_ path: String, _ text: String) { folder.write("\(Self.root)/\(path)", text) }
    func text(_ path: String) -> String? { folder.text("\(Self.root)/\(path)") }

    var context: Context {
        let (http, now) = (http, Self.now * 1_000_000_000)
        var context = Context.failing
        context.files = folder.files
        context.clock = Clock(now: { now }, sleep: { _ in })
        if let http { context.http = { _ in http } }
        if let git { context.git = git }
        if let secrets { context.secrets = secrets }
        context.environment = ProcessEnvironment(command: ["test"], processors: 2)
        return context
    }

    var location: PublicationLocation { PublicationLocation(root: Self.root) }

    /// A session, as each command makes one.
    func session() throws -> DraftSession {
        try DraftSession(location, context: context) { [notices] notice in
            notices.value.withLock { $0.append(notice.printableText.text) }
        }
    }

    /// A draft with some lines under `### Here`.
    static func draft(with lines: String) -> String {
        WeeklyFolder.draft.replacing("### Here\n", with: "### Here\n\n\(lines)\n")
    }

    /// A line of a candidate pool.
    static func candidate(_ name: String) -> String {
        #"{"identity":"b.example/\#(name)","kind":"links","section":"Here","source":"blogs","title":"\#(name)","url":"https://b.example/\#(name)"}"#
            + "\n"
    }
}

/// A value that several tasks change.
final class Mutexed<Value: Sendable>: Sendable {
    let value: Mutex<Value>

    init(_ value: Value) { self.value = Mutex(value) }
}
