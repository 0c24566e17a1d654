import Context
import Synchronization

@testable import Collect
import Text

/// What GitHub answers, made of a few facts.
enum GitHubAnswers {
    /// A merged pull request as a search gives it.
    static func merged(
        _ repository: String, _ number: Int, _ time: Int, title: String = "Do it", labels: [String] = [],
        author: String? = "ada", type: String = "User", association: String = "CONTRIBUTOR"
    ) -> String {
        let names = labels.map { #"{"name": "\#($0)"}"# }.joined(separator: ", ")
        let user = author.map { #"{"login": "\#($0)", "type": "\#(type)"}"# } ?? "null"
        let date = Timestamp.text(time)
        return
            #"{"number": \#(number), "title": "\#(title)", "html_url": "https://github.com/\#(repository)/pull/\#(number)", "state": "closed", "labels": [\#(names)], "user": \#(user), "author_association": "\#(association)", "closed_at": "\#(date)", "pull_request": {"merged_at": "\#(date)"}}"#
    }

    /// An issue or a pull request as lists give it; times without one are left out.
    static func item(
        _ repository: String, _ number: Int, title: String = "T", isPull: Bool = false, created: Int? = nil,
        updated: Int? = nil, closed: Int? = nil, merged: Int? = nil, labels: [String] = [], author: String? = "ada",
        assignees: [String] = [], body: String = ""
    ) -> String {
        func date(_ time: Int?) -> String { time.map { "\"\(Timestamp.text($0))\"" } ?? "null" }
        func list(_ names: [String], _ member: String) -> String {
            "[" + names.map { "{\"\(member)\": \"\($0)\"}" }.joined(separator: ", ") + "]"
        }
        var members = [
            "\"number\": \(number)", "\"title\": \"\(title)\"",
            "\"html_url\": \"https://github.com/\(repository)/\(isPull ? "pull" : "issues")/\(number)\"",
            "\"state\": \"\(closed == nil ? "open" : "closed")\"", "\"closed_at\": \(date(closed))",
            "\"labels\": \(list(labels, "name"))", "\"assignees\": \(list(assignees, "login"))",
            "\"user\": \(author.map { "{\"login\": \"\($0)\"}" } ?? "null")", "\"body\": \"\(body)\"",
        ]
        if let created { members.append("\"created_at\": \(date(created))") }
        if let updated { members.append("\"updated_at\": \(date(updated))") }
        // Lists of pull requests tell it in another place than lists of issues.
        if !isPull, let merged { members.append("\"merged_at\": \(date(merged))") }
        if isPull { members.append("\"pull_request\": {\"merged_at\": \(date(merged))}") }
        return "{" + members.joined(separator: ", ") + "}"
    }

    static func list(_ items: String...) -> String { "[" + items.joined(separator: ", ") + "]" }

    /// A label that was put on, as the events of an issue tell it.
    static func labelled(_ label: String, _ time: Int, event: String = "labeled") -> String {
        #"{"event": "\#(event)", "label": {"name": "\#(label)"}, "created_at": "\#(Timestamp.text(time))"}"#
    }

    static func search(_ items: [String], total: Int? = nil, incomplete: Bool = false) -> String {
        #"{"total_count": \#(total ?? items.count), "incomplete_results": \#(incomplete), "items": [\#(items.joined(separator: ", "))]}"#
    }
}

/// A GitHub with merged pull requests that can be searched, a hundred a page and a thousand a search.
final class SearchableGitHub: Sendable {
    struct Merge: Sendable {
        var repository: String
        var number: Int
        var time: Int
        var title = "Do it"
    }

    private let merges: [Merge]
    private let seen = Mutex<[String]>([])

    init(_ merges: [Merge]) {
        self.merges = merges
    }

    /// The queries that were asked, a line per page, without their encoding.
    var queries: [String] { seen.withLock { $0 } }

    var http: HTTP {
        HTTP { [self] request throws(HTTPError) in HTTPResponse(answer(to: request.url)) }
    }

    func answer(to url: String) -> String {
        let query = Self.decoded(Self.parameter("q", of: url))
        let page = Int(Self.parameter("page", of: url)) ?? 1
        seen.withLock { $0.append("\(query) \(page)") }
        let words = query.split(separator: " ").map(String.init)
        let scope = words.first { $0.hasPrefix("org:") || $0.hasPrefix("repo:") } ?? ""
        let range = words.first { $0.hasPrefix("merged:") }?.dropFirst(7).split(separator: ".") ?? []
        guard range.count == 2, let since = Timestamp.rfc3339(String(range[0])),
            let until = Timestamp.rfc3339(String(range[1]))
        else { return "{}" }
        let found = merges.filter { merge in
            since <= merge.time && merge.time <= until
                && (scope == "repo:" + merge.repository
                    || scope.hasPrefix("org:")
                        && merge.repository.hasPrefix(scope.dropFirst(4) + "/"))
        }
        let items = found.prefix(1000).dropFirst((page - 1) * 100).prefix(100)
        return GitHubAnswers.search(
            items.map { GitHubAnswers.merged($0.repository, $0.number, $0.time, title: $0.title) }, total: found.count)
    }

    private static func parameter(_ name: String, of url: String) -> String {
        let query = url.split(separator: "?").last ?? ""
        return query.split(separator: "&").first { $0.hasPrefix(name + "=") }.map {
            String($0.dropFirst(name.count + 1))
        }
            ?? ""
    }

    private static func decoded(_ text: String) -> String {
        var (output, rest) = ([UInt8](), Array(text.utf8)[...])
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), let value = UInt8(digits, radix: 16) {
                output.append(value)
                rest = rest.dropFirst(2)
            } else {
                output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
