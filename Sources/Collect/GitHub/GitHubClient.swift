internal import Context
internal import GitHub

/// Asks GitHub on behalf of a source, and turns its answers into values and what goes wrong into the source's faults.
struct GitHubClient: Sendable {
    private let client: SourceClient
    private let api: GitHubAPI

    /// - Parameters:
    ///   - api: without a trailing slash; another one for GitHub Enterprise.
    ///   - token: names the secret; without one, public things can be read, a few an hour.
    init(_ request: SourceRequest, api: String = "https://api.github.com", token: String = "GITHUB_TOKEN") {
        client = request.client
        self.api = GitHubAPI(
            root: api, http: request.access.http, token: request.access.secret(token), maximumBytes: 8 << 20,
            usesCache: true)
    }

    /// - Parameter path: from the interface's root, with its query: `/repos/o/r/commits?per_page=1`.
    func get<Value: Decodable>(_ type: Value.Type, _ path: String) async throws(SourceFault) -> JSONPage<Value> {
        let response: HTTPResponse
        do throws(GitHubError) {
            response = try await api.get(path)
        } catch {
            throw fault(error)
        }
        return try client.read(type, response, from: address(path))
    }

    func address(_ path: String) -> String { api.address(path) }

    func fault(_ problem: String, _ address: String, _ field: String, _ remedy: String = "") -> SourceFault {
        SourceFault(problem, source: client.source, address: address, field: field, remedy: remedy)
    }

    private func fault(_ error: GitHubError) -> SourceFault {
        switch error.reason {
        case .noAnswer(let reason): client.fault(reason, of: error.url)
        case .status(let status): client.fault(status, of: error.url)
        }
    }

    /// All items of a list over its pages.
    ///
    /// - Parameters:
    ///   - most: pages.
    ///   - isPast: whether an item and all after it are not wanted any more.
    func all<Item: Decodable>(
        _ type: Item.Type, _ path: String, most: Int = 100, until isPast: (Item) -> Bool = { _ in false }
    ) async throws(SourceFault) -> (items: [Item], faults: [SourceFault]) {
        var found: (items: [Item], faults: [SourceFault]) = ([], [])
        var pages = api.pages(of: path, most: most)
        while let (response, url) = try await next(of: &pages) {
            let page = try client.read(LenientList<Item>.self, response, from: url)
            found.faults += page.faults
            for item in page.value.items {
                if isPast(item) { return found }
                found.items.append(item)
            }
        }
        return found
    }

    private func next(of pages: inout GitHubAPI.Pages) async throws(SourceFault) -> (HTTPResponse, String)? {
        do throws(GitHubError) {
            return try await pages.nextPage()
        } catch {
            throw fault(error)
        }
    }
}
