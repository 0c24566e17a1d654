internal import Context

/// Asks GitHub's REST interface (https://docs.github.com/en/rest).
struct GitHubClient: Sendable {
    private let client: SourceClient
    private let api: String
    private let headers: HTTPHeaders

    /// - Parameters:
    ///   - api: without a trailing slash; another one for GitHub Enterprise.
    ///   - token: names the secret; without one, public things can be read, a few an hour.
    init(_ assignment: Assignment, api: String = "https://api.github.com", token: String = "GITHUB_TOKEN") {
        (client, self.api) = (assignment.client, api)
        var headers: HTTPHeaders = ["Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28"]
        if let secret = assignment.outside.secret(token) { headers["Authorization"] = "Bearer \(secret)" }
        self.headers = headers
    }

    /// - Parameter path: from the interface's root, with its query: `/repos/o/r/commits?per_page=1`.
    func get<Value: Decodable>(_ type: Value.Type, _ path: String) async throws(SourceFault) -> JSONPage<Value> {
        try await client.json(type, api + path, headers: headers)
    }

    func address(_ path: String) -> String { api + path }

    func fault(_ problem: String, _ address: String, _ field: String, _ remedy: String = "") -> SourceFault {
        SourceFault(problem, source: client.source, address: address, field: field, remedy: remedy)
    }

    /// All items of a list over its pages, which `Link: rel="next"` connects.
    ///
    /// - Parameters:
    ///   - most: pages.
    ///   - isPast: whether an item and all behind it are not wanted any more.
    func all<Item: Decodable>(
        _ type: Item.Type, _ path: String, most: Int = 100, until isPast: (Item) -> Bool = { _ in false }
    ) async throws(SourceFault) -> (items: [Item], faults: [SourceFault]) {
        var found: (items: [Item], faults: [SourceFault]) = ([], [])
        var next: String? = api + path
        for _ in 0..<most {
            guard let url = next else { break }
            let page = try await client.json(LenientList<Item>.self, url, headers: headers)
            found.faults += page.faults
            for item in page.value.items {
                if isPast(item) { return found }
                found.items.append(item)
            }
            // The token goes to the interface and nowhere else, whatever an answer says.
            next = page.response.headers.link("next").flatMap { $0.hasPrefix(api + "/") ? $0 : nil }
        }
        return found
    }
}
