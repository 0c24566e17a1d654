internal import Address
internal import Context
internal import Newsletter
internal import Text

/// The tasks for which posts seek help: the issues on forges that they link to.
struct TaskPosts {
    fileprivate var tasks: [Task] = []

    fileprivate struct Task: Sendable {
        var post: ForumPost
        var issue: IssueAddress
        /// The link's text; nil if the text is the URL.
        var words: String?
    }

    init(_ posts: [ForumPost]) {
        for post in posts {
            for link in ContentLinks.links(in: post.content, at: post.url) {
                guard let issue = IssueAddress(link.url), !tasks.contains(where: { $0.issue == issue }) else {
                    continue
                }
                tasks.append(Task(post: post, issue: issue, words: link.showsItsAddress ? nil : link.text))
            }
        }
    }

    /// The open tasks as candidates; those that have been closed are left out.
    func result(_ github: GitHubClient, _ request: SourceRequest) async -> CollectionResult {
        await request.gather(tasks, atOnce: 2) { task throws(SourceFault) in
            guard task.issue.isOnGitHub else { return CollectionResult([task.candidate(nil, "not checked", request)]) }
            do throws(SourceFault) {
                let issue = try await github.get(Issue.self, task.issue.path).value
                guard issue.state == "open" else { return CollectionResult() }
                let isAssigned = issue.assignees?.items.isEmpty == false
                return CollectionResult([task.candidate(issue.title, isAssigned ? "open, assigned" : "open", request)])
            } catch {
                return CollectionResult([task.candidate(nil, "not checked", request)], faults: [error])
            }
        }
    }

    // MARK: What GitHub answers

    private struct Issue: Decodable {
        struct Person: Decodable { var login: String }

        var title: String
        var state: String
        var assignees: LenientList<Person>?
    }
}

extension TaskPosts.Task {
    /// The task as a candidate with the title `project - title`, unless the link's text already has this form.
    fileprivate func candidate(_ title: String?, _ state: String, _ request: SourceRequest) -> Candidate {
        let project = issue.repository
        let isWhole = words?.range(ofBytes: " - ") != nil
        let text = isWhole ? words ?? "" : "\(project) - \(title ?? words ?? "#\(issue.number)")"
        return request.candidate(
            .participation, title: text, url: issue.url,
            content: .callForParticipation(.init(kind: .project, closes: nil, place: nil, date: nil)), time: post.time,
            facts: [
                .note("state", state), .note("project", project), .note("posted by", post.author),
                .signal(.post, post.url),
            ])
    }
}

/// An issue on a forge, identified by its URL: `https://github.com/o/r/issues/1`, `https://gitlab.com/o/r/-/issues/1`.
struct IssueAddress: Hashable, Sendable {
    var host: String
    var owner: String
    var repository: String
    var number: Int
    var url: String

    init?(_ url: String) {
        guard let host = LinkHost.of(url), let start = url.range(ofBytes: "://")?.upperBound else { return nil }
        let parts = url[start...].prefix { $0 != "?" && $0 != "#" }.split(separator: "/").map(String.init)
        guard let word = parts.firstIndex(of: "issues"), word >= 3, word + 1 < parts.count,
            let number = Int(parts[word + 1])
        else { return nil }
        (self.host, self.url, self.number) = (host.hasPrefix("www.") ? String(host.dropFirst(4)) : host, url, number)
        let place = parts[1..<word].filter { $0 != "-" }
        guard place.count >= 2, let name = place.last else { return nil }
        (owner, repository) = (place.dropLast().joined(separator: "/"), name)
    }

    var isOnGitHub: Bool { host == "github.com" }
    /// The path from the root of GitHub's API.
    var path: String { "/repos/\(owner)/\(repository)/issues/\(number)" }

    static func == (left: Self, right: Self) -> Bool {
        (left.host, left.owner, left.repository, left.number) == (
            right.host, right.owner, right.repository, right.number
        )
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(host)
        hasher.combine(owner)
        hasher.combine(repository)
        hasher.combine(number)
    }
}
