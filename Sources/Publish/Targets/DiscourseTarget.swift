internal import Address
internal import Context
package import Settings
internal import Text

/// Opens a topic about the issue in a Discourse forum.
///
///     - target: discourse
///       server: https://forum.example.org
///       category: 5
///       user: weekly
///       key: DISCOURSE_KEY               # names the environment variable with an API key of the user
///
/// An administrator creates the key with the scopes `topics: write` and `topics: read`. The topic has an external
/// identifier, by which it is found again.
package struct DiscourseTarget: PublishTarget {
    package static let kind = "discourse"
    package static let role = TargetRole.announce
    package static let summary = "a Discourse forum"
    package static let keys =
        SettingsMapping([
            Setting("server", .address, "The URL of the forum.", required: true, example: "https://forum.example.org"),
            Setting(
                "category", .number(1...Int(Int32.max)), "The number in the category's address.", required: true,
                example: 5
            ),
            Setting("user", .text, "The user who opens the topic.", required: true, example: "weekly"),
            Setting(
                "key", .secret, "The environment variable with an API key of the user.", default: "DISCOURSE_KEY"),
            Setting(
                "title", .text, "The topic's title.", default: "{title}", placeholders: ["title", "number", "date"]),
        ]) + AnnouncementSettings.keys
    package let name: String
    private let server: String
    private let category: Int
    private let user: String
    private let key: String
    private let title: AnnouncementText
    private let text: AnnouncementText

    package init(_ fields: SettingsFields, name: String) {
        self.name = name
        server = fields.serverAddress("server")
        category = fields.number("category")
        user = fields.text("user")
        key = fields.text("key")
        let language = fields.optionalText("language")
        // The defaults of the forum's settings "max topic title length" and "max post length".
        title = AnnouncementText(
            template: fields.text("title"), language: language, limit: TextLimit(characters: 255))
        text = AnnouncementText(
            template: AnnouncementSettings.template(fields), language: language, limit: TextLimit(characters: 32_000),
            markup: .markdown, highlights: 20)
    }

    package var target: String { server }
    package let isFinal = true

    package func preview(_ request: PublishRequest) async -> StepPreview {
        await AnnouncementPreview(target: self).preview(request) { () async throws(StepFault) in
            let client = try client(request)
            // No topic has this identifier; the response shows whether the key is accepted.
            let response = try await client.get(Self.lookup("sennight-preview"))
            guard response.status == 404 || response.status == 301 else {
                throw client.fault(response, isWriting: false)
            }
            return .init(account: user, problem: client.clockProblem(response))
        } text: { () throws(StepFault) in
            "\(try title.text(for: request)) / \(try text.text(for: request))"
        }
    }

    package func payload(_ request: PublishRequest) async throws(StepFault) -> String {
        JSONText.members([
            ("title", .text(try title.text(for: request))), ("raw", .text(try text.text(for: request))),
            ("category", .number(category)),
        ]).line
    }

    package func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        try await topic(attempt, try client(request)).map { .present($0) } ?? .absent
    }

    package func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        let client = try client(request)
        guard let body = attempt.payload.inserting("external_id", Self.identifier(attempt)) else {
            throw StepFault(
                "the journal's record of the topic can't be read", remedy: "Abandon the plan and make a new one")
        }
        let response = try await client.post("/posts.json", Array(body.utf8))
        if response.status == 422 {
            // An earlier request may have been accepted only after it was given up.
            if let topic = try await topic(attempt, client) { return topic }
            var fault = client.fault(response, isWriting: true)
            fault.remedy =
                "If the forum already has the topic, skip this step; otherwise correct what the forum names and retry"
            throw fault
        }
        let answer = try client.decode(Answer.self, response, isWriting: true)
        guard let id = answer.topic_id else {
            guard answer.action == "enqueued" else {
                throw StepFault(
                    "\(client.host) responded without a topic",
                    remedy: "Look at the forum, then retry or skip the step",
                    effect: .possible)
            }
            return StepResult("waits for approval by the moderators of \(client.host)", facts: ["approval": "waiting"])
        }
        return result(id: id, slug: answer.topic_slug)
    }

    package func verify(_ request: PublishRequest, _ attempt: StepAttempt, _ result: StepResult)
        async throws(StepFault)
    {
        guard result.facts["approval"] == nil else { return }
        let client = try client(request)
        guard try await topic(attempt, client) != nil else {
            throw StepFault("\(client.host) doesn't have the topic", remedy: "Look at the forum")
        }
    }

    // MARK: Parts

    private func client(_ request: PublishRequest) throws(StepFault) -> ServiceClient {
        ServiceClient(
            server, for: request, headers: ["Api-Key": try request.secret(key), "Api-Username": user],
            credentials: "Put a valid API key of \(user) into \(key)")
    }

    /// At most 50 characters of letters, digits, `-` and `_`, as Discourse requires.
    private static func identifier(_ attempt: StepAttempt) -> String {
        "sennight-\(Fingerprint(.text(attempt.key)))"
    }

    private static func lookup(_ identifier: String) -> String { "/t/external_id/\(identifier).json" }

    /// The topic with the external identifier; nil if there is none.
    private func topic(_ attempt: StepAttempt, _ client: ServiceClient) async throws(StepFault) -> StepResult? {
        let response = try await client.get(Self.lookup(Self.identifier(attempt)))
        if response.status == 404 { return nil }
        guard 300..<400 ~= response.status, let location = response.headers["Location"] else {
            throw client.fault(response, isWriting: false)
        }
        // The key goes to the forum and nowhere else, whatever a response says.
        let url = WebAddress.resolve(location, from: server + "/")
        guard url.hasPrefix(server + "/") else {
            throw StepFault(
                "\(client.host) redirects to another host", remedy: "Check the address of the forum in the settings")
        }
        let topic = try client.decode(Topic.self, try await client.get(String(url.dropFirst(server.count))))
        return result(id: topic.id, slug: topic.slug)
    }

    private func result(id: Int, slug: String?) -> StepResult {
        let url = "\(server)/t/\(PercentEncoding.parameter(slug ?? "-"))/\(id)"
        return StepResult(url, url: url, facts: ["topic": String(id)])
    }

    // MARK: What Discourse answers

    private struct Answer: Decodable {
        var topic_id: Int?
        var topic_slug: String?
        /// `enqueued` if moderators have to approve the post.
        var action: String?
    }

    private struct Topic: Decodable {
        var id: Int
        var slug: String?
    }
}
