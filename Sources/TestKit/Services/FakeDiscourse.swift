internal import Context
internal import Synchronization

/// A Discourse forum.
package final class FakeDiscourse: FakeService {
    package let root: String
    package let failures = FailureScript()
    private let user: String
    private let key: String

    private struct Topic: Sendable {
        var id: Int
        var title: String
        var raw: String
        var identifier: String
    }

    private struct State: Sendable {
        var topics: [Topic] = []
        var queue: [String] = []
        var needsApproval = false
        var redirectRoot: String?
    }

    private let state = Mutex(State())

    package init(root: String = "https://forum.example", user: String, key: String) {
        self.root = root
        self.user = user
        self.key = key
    }

    /// The titles of the topics, and of those that wait for approval.
    package var effects: [String] { state.withLock { $0.topics.map(\.title) + $0.queue } }

    /// The first posts.
    package var texts: [String] { state.withLock { $0.topics.map(\.raw) } }

    /// Opens a topic for a person.
    package func open(_ title: String) {
        state.withLock { $0.topics.append(Topic(id: 100 + $0.topics.count, title: title, raw: "", identifier: "")) }
    }

    /// Puts new topics into the queue of the moderators.
    package func requireApproval() { state.withLock { $0.needsApproval = true } }

    /// Redirects from external identifiers to another root.
    package func redirect(to root: String) { state.withLock { $0.redirectRoot = root } }

    package func respond(to request: ServiceRequest) -> ServiceResponse {
        guard request.fields["api-key"] == key, request.fields["api-username"] == user else {
            return ServiceResponse(
                403,
                [
                    "errors": [
                        "You are not permitted to view the requested resource: \(request.fields["api-key"] ?? "")"
                    ],
                    "error_type": "invalid_access",
                ] as [String: Any])
        }
        switch (request.method, request.parts) {
        case ("GET", let parts) where parts.starts(with: ["t", "external_id"]) && parts.count == 3:
            let topic = state.withLock { state in state.topics.first { $0.identifier + ".json" == parts[2] } }
            guard let topic else { return missing }
            let base = state.withLock(\.redirectRoot) ?? root
            return ServiceResponse(301, headers: ["Location": "\(base)/t/\(topic.id).json"])
        case ("GET", let parts) where parts.first == "t" && parts.count == 2:
            let topic = state.withLock { state in state.topics.first { "\($0.id).json" == parts[1] } }
            return topic.map { ServiceResponse(200, ["id": $0.id, "slug": slug, "title": $0.title]) } ?? missing
        case ("POST", ["posts.json"]): return open(request.members)
        default: return missing
        }
    }

    private var slug: String { "weekly" }
    private var missing: ServiceResponse {
        ServiceResponse(404, ["errors": ["The requested URL or resource could not be found."]])
    }

    private func open(_ members: [String: Any]) -> ServiceResponse {
        guard let title = members["title"] as? String, let raw = members["raw"] as? String,
            members["category"] is Int, let identifier = members["external_id"] as? String,
            identifier.utf8.count <= 50, !raw.isEmpty
        else { return refusal("Body is too short") }
        return state.withLock { state in
            if state.topics.contains(where: { $0.identifier == identifier }) {
                return refusal("External ID has already been taken")
            }
            if state.topics.contains(where: { $0.title == title }) { return refusal("Title has already been used") }
            if state.needsApproval {
                state.queue.append(title)
                return ServiceResponse(200, ["action": "enqueued", "success": true] as [String: Any])
            }
            let topic = Topic(id: 100 + state.topics.count, title: title, raw: raw, identifier: identifier)
            state.topics.append(topic)
            return ServiceResponse(
                200, ["id": topic.id + 1000, "topic_id": topic.id, "topic_slug": slug] as [String: Any])
        }
    }

    private func refusal(_ text: String) -> ServiceResponse {
        ServiceResponse(422, ["action": "create_post", "errors": [text]] as [String: Any])
    }
}
