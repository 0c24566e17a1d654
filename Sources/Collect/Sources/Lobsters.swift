internal import Address
internal import Context
internal import Newsletter
package import Settings
internal import Text

/// Stories on Lobsters, or on another site with its software, by tag.
///
///     - source: lobsters
///       section: Observations/Thoughts
///       tags: [rust]
///       least: 1                         # the minimum score
///       instance: https://lobste.rs
///
/// No token is needed. For stories without a link, the candidate links to the discussion.
package struct Lobsters: Source {
    package static let name = "lobsters"
    package static let summary = "stories on Lobsters, or on another site with its software, by tag"
    package static let keys = SettingsMapping(
        [
            Setting("tags", .list(.text), "The tags of the stories.", required: true, example: ["rust"]),
            Setting("least", .number(0...10_000), "The minimum score.", default: 1),
            Setting("instance", .address, "The URL of the site.", default: "https://lobste.rs"),
        ])
    private let settings: Settings

    struct Settings: Sendable {
        var tags: [String]
        var least: Int
        var instance: String
    }

    package init(_ fields: SettingsFields) {
        settings = Settings(
            tags: fields.texts("tags"), least: fields.number("least"),
            instance: fields.address("instance"))
    }

    package func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        await request.gatherPosts(settings.tags, least: settings.least) { tag throws(SourceFault) in
            let tag = "\(settings.instance)/t/\(PercentEncoding.parameter(tag))"
            var number = 1
            return try await request.items(from: tag + ".json") { url throws(SourceFault) in
                let page = try await request.client.json(LenientList<Story>.self, url)
                var found = ListPage(items: page.value.items.map(\.post), faults: page.faults)
                number += 1
                // A page holds 25; one without anything new enough is the last that matters.
                if found.items.contains(where: { $0.time >= request.overlapping.since }) {
                    found.next = "\(tag)/page/\(number).json"
                }
                return found
            }
        }
    }

    // MARK: What Lobsters answers

    private struct Story: Decodable {
        var title: String
        var url: String?
        var created_at: WrittenTime
        var score: Int?
        var comment_count: Int?
        var submitter_user: Submitter?
        var tags: LenientList<String>?
        var comments_url: String

        var post: DiscussedPost {
            DiscussedPost(
                title: title, article: url.flatMap { $0.isEmpty ? nil : $0 }, discussion: comments_url,
                author: submitter_user?.name, score: score, comments: comment_count, time: created_at.seconds,
                further: tags.map { [.note("categories", $0.items.joined(separator: ", "))] } ?? [])
        }
    }

    /// The name of an account; older answers have an object with the name.
    private struct Submitter: Decodable {
        var name: String?

        private enum CodingKeys: String, CodingKey { case username }

        init(from decoder: any Decoder) throws {
            if let name = try? decoder.singleValueContainer().decode(String.self) {
                self.name = name
            } else {
                name = try? decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .username)
            }
        }
    }
}
