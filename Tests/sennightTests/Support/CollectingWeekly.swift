import Synchronization
import TestKit

/// A small publication whose sources are on a server of the test's own, which answers with entity tags.
final class CollectingWeekly: Sendable {
    let weekly: WeeklyFolder
    let server: LoopbackServer
    private let web: Pages

    /// By path and query; a test changes them as the web changes.
    final class Pages: Sendable {
        private let texts = Mutex<[String: String]>([:])

        subscript(target: String) -> String? {
            get { texts.withLock { $0[target] } }
            set { texts.withLock { $0[target] = newValue } }
        }
    }

    static let token = "ghp_0123456789secret"

    /// - Parameters:
    ///   - sources: under `sources:`; `SERVER` stands for the server's address.
    ///   - pages: by path and query; a query of `*` stands for any.
    ///   - change: of the other settings.
    init(
        _ sources: String, pages: [String: String] = [:], draft: String? = WeeklyFolder.draft,
        settings change: (String) -> String = { $0 }
    ) throws {
        let web = Pages()
        for (target, text) in pages { web[target] = text }
        (self.web, weekly) = (web, try WeeklyFolder(draft: draft))
        server = try LoopbackServer { question in
            let path = question.target.prefix { $0 != "?" } + "?*"
            guard let text = web[question.target] ?? web[String(path)] else { return .answer(404) }
            let tag = "\"\(text.utf8.reduce(5381) { ($0 &* 33 &+ Int($1)) & 0xFFFF_FFFF })\""
            if question.fields["if-none-match"] == tag { return .answer(304, ["ETag: \(tag)"]) }
            return .text(text, ["ETag: \(tag)"])
        }
        try weekly.scratch.write(
            "sennight.yaml",
            change(WeeklyFolder.settings) + "sources:\n" + sources.replacing("SERVER", with: server.address))
    }

    var scratch: ScratchFolder { weekly.scratch }

    func answer(_ target: String, _ text: String?) { web[target] = text }

    func sennight(_ arguments: String..., token: String = CollectingWeekly.token) async -> CommandRun {
        await CommandRun.inProcess(
            arguments, in: scratch.path,
            environment: ["SENNIGHT_OPEN_HOSTS": server.endpoint, "GITHUB_TOKEN": token, "NO_COLOR": "1"])
    }

    /// The lines of a source's pool.
    func pool(_ name: String) throws -> [String] {
        try scratch.text("candidates/7/\(name).jsonl").split(separator: "\n").map(String.init)
    }
}

/// What services answer.
enum WebPage {
    /// A JSON Feed with posts of one day.
    static func feed(_ posts: (title: String, url: String)...) -> String {
        let items = posts.map { post in
            #"{"id":"\#(post.url)","url":"\#(post.url)","title":"\#(post.title)","date_published":"2999-03-05T10:00:00Z"}"#
        }
        return
            #"{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[\#(items.joined(separator: ","))]}"#
    }

    static func story(_ title: String, _ url: String, score: Int) -> String {
        #"[{"short_id":"1","created_at":"2999-03-05T12:00:00.000-00:00","title":"\#(title)","url":"\#(url)","score":\#(score),"comment_count":3,"submitter_user":"ann","tags":["tea"],"comments_url":"https://lobste.example/s/1"}]"#
    }

    static func calendar(_ events: (id: String, title: String, day: String, place: String, status: String)...)
        -> String
    {
        let lines = events.flatMap { event in
            [
                "BEGIN:VEVENT", "UID:\(event.id)", "DTSTAMP:29990101T000000Z", "DTSTART:\(event.day)T180000Z",
                "DTEND:\(event.day)T200000Z", "SUMMARY:\(event.title)", "LOCATION:\(event.place)",
                "URL:https://club.example/\(event.id)", "STATUS:\(event.status)", "END:VEVENT",
            ]
        }
        return (["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//"] + lines + ["END:VCALENDAR", ""])
            .joined(separator: "\r\n")
    }

    /// What a search for merged pull requests finds.
    static func merged(_ numbers: Int...) -> String {
        let items = numbers.map { number in
            #"{"number":\#(number),"title":"Do \#(number)","html_url":"https://github.com/o/r/pull/\#(number)","state":"closed","labels":[],"user":{"login":"ada"},"closed_at":"2999-03-05T00:00:00Z","pull_request":{"merged_at":"2999-03-05T00:00:00Z"}}"#
        }
        return
            #"{"total_count":\#(numbers.count),"incomplete_results":false,"items":[\#(items.joined(separator: ","))]}"#
    }

    /// A thread with nominations, each a post with likes.
    static func nominations(_ nominees: (name: String, likes: Int)...) -> String {
        let posts = nominees.enumerated().map { index, nominee in
            #"{"id":\#(index + 1),"post_number":\#(index + 1),"username":"ann","created_at":"2999-03-05T00:00:00Z","cooked":"<p><a href='https://crates.example/\#(nominee.name)'>\#(nominee.name)</a></p>","actions_summary":[{"id":2,"count":\#(nominee.likes)}],"reply_to_post_number":null,"post_type":1}"#
        }
        return
            #"{"slug":"t","chunk_size":20,"post_stream":{"posts":[\#(posts.joined(separator: ","))],"stream":\#(Array(1...nominees.count))}}"#
    }

    static func issue(_ number: Int, title: String, assignee: String? = nil, isOpen: Bool = true) -> String {
        let assignees = assignee.map { #"[{"login":"\#($0)"}]"# } ?? "[]"
        return
            #"{"number":\#(number),"title":"\#(title)","html_url":"https://github.com/o/r/issues/\#(number)","state":"\#(isOpen ? "open" : "closed")","closed_at":null,"labels":[{"name":"easy"}],"assignees":\#(assignees),"user":{"login":"ada"},"created_at":"2999-03-01T00:00:00Z"}"#
    }
}
