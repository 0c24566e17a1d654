internal import Newsletter
package import Settings
internal import Text

/// Calls for testing: issues and pull requests on GitHub that got a label in the window.
///
///     - source: github-testing
///       repositories:
///         - { repository: rust-lang/rust, section: Rust }
///         - { repository: rust-lang/cargo, section: Cargo, label: call-for-testing }
///       label: call-for-testing
///       steps: [testing steps, testing instructions, how to test]
///       reply: "This call for testing will be in the next issue. Thank you, @{author}!"
///
/// The testing steps are searched in the comments, from the newest to the oldest, and then in the description: a link
/// whose text is one of the `steps`, or a line that begins with one. The candidate has the text of a reply to the
/// author as its fact `reply`, and the URL for posting the reply as its fact `reply-to`. `{author}`, `{title}` and
/// `{url}` are filled in.
package struct GitHubTesting: Source {
    package static let name = "github-testing"
    package static let summary = "calls for testing: issues and pull requests that got a label"
    package static let keys = SettingsMapping(
        [
            Setting(
                "repositories", .list(.mapping(SettingsMapping(GitHubPlace.keys))), "The repositories to search.",
                required: true),
            Setting("label", .text, "The label of calls for testing.", default: "call-for-testing"),
            Setting(
                "steps", .list(.text), "Phrases that announce the testing steps in comments.",
                default: [
                    "testing steps", "testing instructions", "test instructions", "steps to test", "how to test",
                ]),
            Setting(
                "reply", .text,
                "The text of a reply to the author, which `candidates` shows; `{author}`,"
                    + " `{title}` and `{url}` are filled in.",
                default: "This call for testing will be in the next issue. Thank you, @{author}!"),
        ] + GitHubSettings.keys)
    private let settings: Settings

    struct Settings: Sendable {
        var places: [GitHubPlace]
        var steps: TestingSteps
        var reply: String
        var github: GitHubSettings
    }

    package init(_ fields: SettingsFields) {
        let label = fields.text("label")
        let steps = fields.texts("steps").map { $0.lowercased() }
        let places = fields.items("repositories") { GitHubPlace($0, label: label) }
        settings = Settings(
            places: places, steps: TestingSteps(phrases: steps),
            reply: fields.text("reply"),
            github: GitHubSettings(fields))
        if places.isEmpty {
            fields.report(
                "repositories", "is missing or empty", remedy: "Write 'repositories: [{ repository: OWNER/NAME }]'")
        }
    }

    package func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        let github = settings.github.client(request)
        return await request.gather(settings.places, atOnce: 2) { place throws(SourceFault) in
            let found = try await github.labelled(in: place, request.window)
            var result = CollectionResult(faults: found.faults)
            for (item, time) in found.items { result += await call(item, time, place, github, request) }
            return result
        }
    }

    private func call(
        _ item: GitHubItem, _ time: Int, _ place: GitHubPlace, _ github: GitHubClient, _ request: SourceRequest
    ) async -> CollectionResult {
        let path = "/repos/\(place.repository)/issues/\(item.number)/comments"
        var result = CollectionResult()
        var comments: [Comment] = []
        do throws(SourceFault) {
            let page = try await github.all(Comment.self, path + "?per_page=100")
            (comments, result.faults) = (page.items, page.faults)
        } catch {
            result.faults.append(error)
        }
        let steps = steps(of: item, comments)
        var facts: [Candidate.Fact] = [.note("repository", place.repository)]
        if steps == nil { facts.append(.note("testing steps", "not found")) }
        if let author = item.user?.login {
            facts.append(.signal(.author, author))
            facts.append(.note("reply", reply(to: item, by: author)))
            facts.append(.note("reply-to", github.address(path)))
        }
        var candidate = request.candidate(
            .testing, title: item.title, url: item.html_url, content: .callForTesting(CallForTesting(steps: steps)),
            time: time, facts: facts)
        if let section = place.section { candidate.section = section }
        result.candidates = [candidate]
        return result
    }

    private func steps(of item: GitHubItem, _ comments: [Comment]) -> String? {
        let texts = comments.reversed().map { ($0.body ?? "", $0.html_url) } + [(item.body ?? "", item.html_url)]
        for (text, url) in texts {
            switch settings.steps.place(in: text) {
            case .link(let link)?: return link
            case .here?: return url
            case nil: continue
            }
        }
        return nil
    }

    private func reply(to item: GitHubItem, by author: String) -> String {
        // The title last: what stands in it is not to be filled in.
        settings.reply.replacing("{author}", with: author).replacing("{url}", with: item.html_url)
            .replacing("{title}", with: item.title.collapsingBlanks)
    }

    private struct Comment: Decodable {
        var body: String?
        var html_url: String
    }
}
