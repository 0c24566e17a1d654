internal import Address
internal import Context
internal import Newsletter
package import Settings
internal import Text

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Posts about the issue on Bluesky, with a card of the issue.
///
///     - target: bluesky
///       identifier: weekly.bsky.social
///       password: BLUESKY_PASSWORD       # names the environment variable with an app password of the account
///
/// Create an app password under "Privacy and security" in the account's settings. The post's key is derived from the
/// issue's date and number, so that a repeated request replaces the post with the same one.
package struct BlueskyTarget: PublishTarget {
    package static let kind = "bluesky"
    package static let role = TargetRole.announce
    package static let summary = "Bluesky"
    package static let keys =
        SettingsMapping([
            Setting("service", .address, "The URL of the account's server.", default: "https://bsky.social"),
            Setting("identifier", .text, "The account's handle.", required: true, example: "weekly.bsky.social"),
            Setting(
                "password", .secret, "The environment variable with an app password of the account.",
                default: "BLUESKY_PASSWORD"),
        ]) + AnnouncementSettings.keys
    package let name: String
    private let service: String
    private let identifier: String
    private let password: String
    private let language: String?
    private let text: AnnouncementText

    package init(_ fields: SettingsFields, name: String) {
        self.name = name
        service = fields.serverAddress("service")
        identifier = fields.text("identifier")
        password = fields.text("password")
        language = fields.optionalText("language")
        text = AnnouncementText(template: AnnouncementSettings.template(fields), language: language, limit: .bluesky)
    }

    package var target: String { "\(identifier) on \(LinkHost.of(service) ?? service)" }
    package let isFinal = true

    package func preview(_ request: PublishRequest) async -> StepPreview {
        await AnnouncementPreview(target: self).preview(request) { () async throws(StepFault) in
            .init(account: "@\(try await session(request).handle)")
        } text: { () throws(StepFault) in
            let text = try text.text(for: request)
            return "\(text) (\(text.count.counted("character")))"
        }
    }

    package func payload(_ request: PublishRequest) async throws(StepFault) -> String {
        let issue = request.issue
        let language = language ?? request.publication.language
        let counts = AnnouncementText(
            template: "{counts}", language: language, limit: TextLimit(characters: 1000))
        let post = BlueskyPost(
            text: try text.text(for: request), issue: issue, description: try counts.text(for: request),
            language: language, createdAt: request.context.clock.seconds)
        let account = "\(request.publication.address) \(name) \(request.isRehearsal)"
        return JSONText.members([
            ("collection", .text(BlueskyPost.collection)),
            ("rkey", .text(RecordKey.key(date: issue.date, number: issue.number, account: account))),
            ("record", post.record),
        ]).line
    }

    package func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        let session = try await session(request)
        let key = try key(attempt)
        guard let record = try await record(key, session) else { return .absent }
        guard record.links(to: request.issue.url) else {
            return .conflict(
                "\(identifier) already has another post with the key \(key): \(Self.page(session.did, key))")
        }
        return .present(result(session, key))
    }

    package func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        let key = try key(attempt)
        let session = try await session(request)
        guard let body = attempt.payload.inserting("repo", session.did) else { throw Self.damaged }
        let response = try await session.client.post("/xrpc/com.atproto.repo.putRecord", Array(body.utf8))
        _ = try session.client.decode(Written.self, response, isWriting: true)
        return result(session, key)
    }

    package func verify(_ request: PublishRequest, _ attempt: StepAttempt, _ result: StepResult)
        async throws(StepFault)
    {
        let session = try await session(request)
        guard try await record(try key(attempt), session)?.links(to: request.issue.url) == true else {
            throw StepFault("\(identifier) doesn't have the post about the issue", remedy: "Retry the step")
        }
    }

    // MARK: Parts

    private func session(_ request: PublishRequest) async throws(StepFault) -> BlueskySession {
        try await BlueskySession(service, identifier: identifier, password: password, request)
    }

    /// The record with a key; nil if there is none.
    private func record(_ key: String, _ session: BlueskySession) async throws(StepFault) -> Record? {
        let client = session.client
        let response = try await client.get(
            "/xrpc/com.atproto.repo.getRecord?repo=\(PercentEncoding.parameter(session.did))"
                + "&collection=\(BlueskyPost.collection)&rkey=\(key)")
        if [400, 404].contains(response.status), Self.saysAbsent(response.body) { return nil }
        return try client.decode(Found.self, response).value
    }

    /// Other errors with the same status don't say that the record is absent. Older servers use the general name of an
    /// invalid request.
    private static func saysAbsent(_ body: [UInt8]) -> Bool {
        // A body in another form says something else.
        guard let refusal = try? JSONDecoder().decode(ServiceMessage.self, from: Data(body)) else { return false }
        return refusal.error == "RecordNotFound"
            || refusal.error == "InvalidRequest" && refusal.message?.hasPrefix("Could not locate record") == true
    }

    private func key(_ attempt: StepAttempt) throws(StepFault) -> String {
        // What can't be decoded is reported.
        guard let payload = try? JSONDecoder().decode(Payload.self, from: Data(attempt.payload.utf8)) else {
            throw Self.damaged
        }
        return payload.rkey
    }

    private static let damaged = StepFault(
        "the journal's record of the post can't be read", remedy: "Abandon the plan and make a new one")

    private func result(_ session: BlueskySession, _ key: String) -> StepResult {
        let url = Self.page(session.did, key)
        return StepResult(url, url: url, facts: ["uri": "at://\(session.did)/\(BlueskyPost.collection)/\(key)"])
    }

    private static func page(_ did: String, _ key: String) -> String {
        "https://bsky.app/profile/\(did)/post/\(key)"
    }

    private struct Payload: Decodable { var rkey: String }

    // MARK: What Bluesky answers

    private struct Written: Decodable { var uri: String }
    private struct Found: Decodable { var value: Record }

    private struct Record: Decodable {
        struct Embed: Decodable { var external: External? }
        struct External: Decodable { var uri: String? }

        var text: String?
        var embed: Embed?

        func links(to address: String) -> Bool {
            if let uri = embed?.external?.uri, CanonicalURL(uri) == CanonicalURL(address) { return true }
            return text.map { PostedLinks.contains($0, address) } ?? false
        }
    }
}
