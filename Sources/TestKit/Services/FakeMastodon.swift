internal import Context
internal import Synchronization

/// A Mastodon server with one account.
package final class FakeMastodon: FakeService {
    package let root: String
    package let failures = FailureScript()
    private let token: String

    private struct Status: Sendable {
        var id: Int
        var text: String
        var time: Int
        var visibility: String
        var language: String
    }

    private struct State: Sendable {
        var now: Int
        var statuses: [Status] = []
        var keys: [String: (id: Int, time: Int)] = [:]
    }

    private let state: Mutex<State>

    /// - Parameter now: the server's time, in seconds since 1970.
    package init(root: String = "https://social.example", token: String, now: Int = 1_796_000_000) {
        self.root = root
        self.token = token
        state = Mutex(State(now: now))
    }

    /// The texts of the posts.
    package var effects: [String] { state.withLock { $0.statuses.map(\.text) } }

    /// The visibility and the language of each post.
    package var kinds: [String] { state.withLock { $0.statuses.map { "\($0.visibility) \($0.language)" } } }

    /// Lets time pass: after an hour, the server has forgotten a key.
    package func pass(seconds: Int) { state.withLock { $0.now += seconds } }

    /// Adds a post of a person.
    package func post(_ text: String) {
        state.withLock { state in _ = Self.add(text, visibility: "public", language: "en", &state) }
    }

    private static func add(_ text: String, visibility: String, language: String, _ state: inout State) -> Status {
        let status = Status(
            id: 1001 + state.statuses.count, text: text, time: state.now, visibility: visibility, language: language)
        state.statuses.append(status)
        return status
    }

    package func respond(to request: ServiceRequest) -> ServiceResponse {
        var response = answer(to: request)
        response.headers["Date"] = ServiceTime.http(state.withLock(\.now))
        return response
    }

    private func answer(to request: ServiceRequest) -> ServiceResponse {
        guard request.fields["authorization"] == "Bearer \(token)" else {
            // Some servers repeat what they were sent.
            return ServiceResponse(
                401, ["error": "The access token is invalid: \(request.fields["authorization"] ?? "none")"])
        }
        switch (request.method, request.parts.dropFirst(2)) {
        case ("GET", ["accounts", "verify_credentials"]): return ServiceResponse(200, ["id": "7", "acct": "weekly"])
        case ("GET", ["accounts", "7", "statuses"]): return timeline(request)
        case ("POST", ["statuses"]): return post(request)
        case ("GET", let parts) where parts.first == "statuses" && parts.count == 2:
            let status = state.withLock { state in state.statuses.first { "\($0.id)" == parts.last } }
            return status.map { ServiceResponse(200, json($0)) } ?? ServiceResponse(404, ["error": "Record not found"])
        default: return ServiceResponse(404, ["error": "Not found"])
        }
    }

    private func post(_ request: ServiceRequest) -> ServiceResponse {
        let members = request.members
        guard let text = members["status"] as? String, !text.isEmpty else {
            return ServiceResponse(422, ["error": "Validation failed: Text can't be blank"])
        }
        let status = state.withLock { state -> Status in
            let key = request.fields["idempotency-key"]
            if let key, let known = state.keys[key], state.now - known.time < 3600,
                let status = state.statuses.first(where: { $0.id == known.id })
            {
                return status
            }
            let status = Self.add(
                text, visibility: members["visibility"] as? String ?? "",
                language: members["language"] as? String ?? "",
                &state)
            if let key { state.keys[key] = (status.id, state.now) }
            return status
        }
        return ServiceResponse(200, json(status))
    }

    private func timeline(_ request: ServiceRequest) -> ServiceResponse {
        let limit = min(request.query["limit"].flatMap { Int($0) } ?? 20, 40)
        let before = request.query["max_id"].flatMap { Int($0) } ?? .max
        let newest = state.withLock { state in
            Array(state.statuses.reversed().filter { $0.id < before }.prefix(limit))
        }
        var response = ServiceResponse(200, newest.map(json))
        if let last = newest.last {
            let next = "\(root)/api/v1/accounts/7/statuses?limit=\(limit)&max_id=\(last.id)"
            response.headers["Link"] = "<\(next)>; rel=\"next\""
        }
        return response
    }

    private func json(_ status: Status) -> [String: Any] {
        [
            "id": "\(status.id)", "url": "\(root)/@weekly/\(status.id)", "created_at": ServiceTime.rfc3339(status.time),
            "content": Self.content(status.text),
        ]
    }

    /// The text as HTML, with addresses shortened as Mastodon shows them.
    private static func content(_ text: String) -> String {
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        let lines = escaped.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: " ", omittingEmptySubsequences: false).map(word).joined(separator: " ")
        }
        return "<p>" + lines.joined(separator: "<br />") + "</p>"
    }

    private static func word(_ text: Substring) -> String {
        guard text.hasPrefix("https://") else { return String(text) }
        let shown = text.dropFirst(8)
        return
            "<a href=\"\(text)\" rel=\"nofollow noopener\" target=\"_blank\"><span class=\"invisible\">https://</span>"
            + "<span class=\"ellipsis\">\(shown.prefix(30))</span>"
            + "<span class=\"invisible\">\(shown.dropFirst(30))</span></a>"
    }
}
