internal import Address
internal import Context
internal import Newsletter
package import Settings
internal import Text

/// Posts about the issue on Mastodon.
///
///     - target: mastodon
///       server: https://social.example
///       token: MASTODON_TOKEN            # names the environment variable with an access token
///
/// Create a token under "Development" in the account's preferences, with `read:accounts`, `read:statuses` and
/// `write:statuses`. A repeated request has the same `Idempotency-Key`, which servers remember for an hour; the account's
/// own posts show what was posted before.
package struct MastodonTarget: PublishTarget {
    package static let kind = "mastodon"
    package static let role = TargetRole.announce
    package static let summary = "Mastodon"
    package static let keys =
        SettingsMapping([
            Setting(
                "server", .address, "The URL of the account's server.", required: true,
                example: "https://social.example"),
            Setting("token", .secret, "The environment variable with an access token.", default: "MASTODON_TOKEN"),
            Setting("visibility", .choice(of: Visibility.self), "Who sees the post.", default: "public"),
            Setting("limit", .number(100...100_000), "How many characters the server allows in a post.", default: 500),
        ]) + AnnouncementSettings.keys

    enum Visibility: String, CaseIterable { case `public`, unlisted, `private` }

    package let name: String
    private let server: String
    private let token: String
    private let visibility: Visibility
    private let language: String?
    private let limit: TextLimit
    private let text: AnnouncementText

    package init(_ fields: SettingsFields, name: String) {
        self.name = name
        server = fields.serverAddress("server")
        token = fields.text("token")
        visibility = fields.choice("visibility") ?? .public
        language = fields.optionalText("language")
        limit = .mastodon(fields.number("limit"))
        text = AnnouncementText(template: AnnouncementSettings.template(fields), language: language, limit: limit)
    }

    package var target: String { server }
    package let isFinal = true

    package func preview(_ request: PublishRequest) async -> StepPreview {
        await AnnouncementPreview(target: self).preview(request) { () async throws(StepFault) in
            let client = try client(request)
            let response = try await client.get("/api/v1/accounts/verify_credentials")
            let account = try client.decode(Account.self, response)
            return .init(account: "@\(account.acct)", problem: client.clockProblem(response))
        } text: { () throws(StepFault) in
            let text = try text.text(for: request)
            return "\(text) (\(limit.length(of: text).counted("character")))"
        }
    }

    package func payload(_ request: PublishRequest) async throws(StepFault) -> String {
        JSONText.members([
            ("status", .text(try text.text(for: request))), ("visibility", .text(visibility.rawValue)),
            ("language", .text(language ?? request.publication.language)),
        ]).line
    }

    /// How long after the issue's date there may be another plan for it, in seconds.
    private static let plansOfOneIssue = 14 * 86_400

    package func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        let client = try client(request)
        let response = try await client.get("/api/v1/accounts/verify_credentials")
        let account = try client.decode(Account.self, response)
        // The server's clock counts; a margin of two days covers a clock that was wrong when the step began.
        let now = response.headers["Date"].flatMap(Timestamp.http) ?? attempt.started
        let day = request.issue.date.daysSince1970 * 86_400
        // A plan that was given up may have posted before this one was made, in the days after the issue's date.
        let isRecent = attempt.started - day < Self.plansOfOneIssue
        let since = min(attempt.started, now, isRecent ? day : attempt.started) - 2 * 86_400
        var next: String? = "/api/v1/accounts/\(account.id)/statuses?limit=40&exclude_reblogs=true"
        for _ in 0..<Self.pages {
            guard let path = next else { return .absent }
            let page = try await client.get(path)
            let statuses = try client.decode([Status].self, page)
            if let own = statuses.first(where: { $0.links(to: request.issue.url) }) {
                return .present(result(own, client))
            }
            guard let last = statuses.last, last.created_at.seconds >= since else { return .absent }
            // The token goes to the server and nowhere else, whatever a response says.
            next = page.headers.link("next").flatMap { link in
                link.hasPrefix(server + "/") ? String(link.dropFirst(server.count)) : nil
            }
        }
        return .unknown
    }

    /// How many pages of 40 posts are read; an account that posted more in two days isn't searched further.
    private static let pages = 25

    package func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        let client = try client(request)
        let response = try await client.post(
            "/api/v1/statuses", Array(attempt.payload.utf8), headers: ["Idempotency-Key": attempt.key])
        return result(try client.decode(Status.self, response, isWriting: true), client)
    }

    package func verify(_ request: PublishRequest, _ attempt: StepAttempt, _ result: StepResult)
        async throws(StepFault)
    {
        guard let id = result.facts["id"] else { return }
        let client = try client(request)
        let status = try client.decode(
            Status.self, try await client.get("/api/v1/statuses/\(PercentEncoding.parameter(id))"))
        guard status.links(to: request.issue.url) else {
            throw StepFault(
                "the post on \(client.host) doesn't link to \(request.issue.url)", remedy: "Look at the post")
        }
    }

    private func client(_ request: PublishRequest) throws(StepFault) -> ServiceClient {
        ServiceClient(
            server, for: request, headers: ["Authorization": "Bearer \(try request.secret(token))"],
            credentials: "Put a valid access token into \(token)")
    }

    private func result(_ status: Status, _ client: ServiceClient) -> StepResult {
        let url = (status.url ?? status.uri).map(client.redactor.redacted)
        return StepResult(url ?? "posted on \(client.host)", url: url, facts: ["id": status.id])
    }

    // MARK: What Mastodon answers

    private struct Account: Decodable {
        var id: String
        var acct: String
    }

    private struct Status: Decodable {
        var id: String
        var url: String?
        var uri: String?
        var created_at: WrittenTime
        var content: String

        func links(to address: String) -> Bool { PostedLinks.links(content, to: address) }
    }
}
