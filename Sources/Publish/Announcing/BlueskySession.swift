internal import Context
internal import Text

/// A session on a Bluesky server.
struct BlueskySession {
    let client: ServiceClient
    /// The account's permanent identifier.
    let did: String
    let handle: String

    /// Exchanges the app password for a session.
    ///
    /// - Throws: a fault without effect.
    init(
        _ service: String, identifier: String, password name: String, _ request: PublishRequest
    ) async throws(StepFault) {
        let credentials = "Put an app password of \(identifier) into \(name)"
        let password = try request.secret(name)
        let open = ServiceClient(service, for: request, credentials: credentials)
        let question = JSONText.members([("identifier", .text(identifier)), ("password", .text(password))])
        let response = try await open.session("/xrpc/com.atproto.server.createSession", question.bytes)
        let answer = try open.decode(Answer.self, response)
        request.context.redactor.add(answer.accessJwt)
        client = ServiceClient(
            service, for: request, headers: ["Authorization": "Bearer \(answer.accessJwt)"], credentials: credentials)
        did = answer.did
        handle = answer.handle ?? identifier
    }

    private struct Answer: Decodable {
        var accessJwt: String
        var did: String
        var handle: String?
    }
}
