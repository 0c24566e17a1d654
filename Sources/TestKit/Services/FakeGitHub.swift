internal import Context
internal import Synchronization

/// The pull requests of one repository on GitHub.
package final class FakeGitHub: FakeService {
    package let root: String
    package let failures = FailureScript()
    private let repository: String
    private let token: String
    /// How many comments a page has.
    private let pageSize: Int

    private struct State: Sendable {
        var open: [Int: Bool] = [:]
        var comments: [(pull: Int, body: String)] = []
        var effects: [String] = []
    }

    private let state = Mutex(State())

    /// - Parameter pulls: the numbers of the open pull requests.
    package init(
        root: String = "https://api.github.example", repository: String, token: String, pulls: [Int], pageSize: Int = 2
    ) {
        self.root = root
        self.repository = repository
        self.token = token
        self.pageSize = pageSize
        state.withLock { state in for pull in pulls { state.open[pull] = true } }
    }

    /// `comment 7`, `close 7`
    package var effects: [String] { state.withLock(\.effects) }

    /// The comments on a pull request.
    package func comments(on pull: Int) -> [String] {
        state.withLock { state in state.comments.filter { $0.pull == pull }.map(\.body) }
    }

    /// Adds a comment of a person.
    package func comment(on pull: Int, _ body: String) {
        state.withLock { $0.comments.append((pull, body)) }
    }

    /// Closes a pull request for a person.
    package func close(_ pull: Int) { state.withLock { $0.open[pull] = false } }

    package func respond(to request: ServiceRequest) -> ServiceResponse {
        guard request.fields["authorization"] == "Bearer \(token)" else {
            return ServiceResponse(401, ["message": "Bad credentials"])
        }
        let parts = request.parts
        if request.path == "/repos/\(repository)" { return ServiceResponse(200, ["full_name": repository]) }
        guard request.path.hasPrefix("/repos/\(repository)/"), parts.count >= 5, let pull = Int(parts[4]),
            let isOpen = state.withLock({ $0.open[pull] })
        else { return ServiceResponse(404, ["message": "Not Found"]) }
        switch (request.method, parts[3], parts.dropFirst(5).first) {
        case ("GET", "pulls", nil):
            return ServiceResponse(200, ["number": pull, "state": isOpen ? "open" : "closed"] as [String: Any])
        case ("PATCH", "pulls", nil):
            guard request.members["state"] as? String == "closed" else { break }
            state.withLock { state in
                guard state.open[pull] == true else { return }
                state.open[pull] = false
                state.effects.append("close \(pull)")
            }
            return ServiceResponse(200, ["number": pull, "state": "closed"] as [String: Any])
        case ("GET", "issues", "comments"): return page(request, of: pull)
        case ("POST", "issues", "comments"):
            guard let body = request.members["body"] as? String else { break }
            state.withLock { state in
                state.comments.append((pull, body))
                state.effects.append("comment \(pull)")
            }
            return ServiceResponse(201, ["id": 1, "body": body] as [String: Any])
        default: break
        }
        return ServiceResponse(422, ["message": "Validation Failed"])
    }

    private func page(_ request: ServiceRequest, of pull: Int) -> ServiceResponse {
        let number = request.query["page"].flatMap { Int($0) } ?? 1
        let all = comments(on: pull)
        let start = min((number - 1) * pageSize, all.count)
        let items = all[start..<min(start + pageSize, all.count)].map { ["id": 1, "body": $0] as [String: Any] }
        var response = ServiceResponse(200, items)
        if start + pageSize < all.count {
            let next = "\(root)/repos/\(repository)/issues/\(pull)/comments?page=\(number + 1)"
            response.headers["Link"] = "<\(next)>; rel=\"next\""
        }
        return response
    }
}
