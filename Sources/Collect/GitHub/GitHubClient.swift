internal import Context
internal import GitHub

/// Sends a source's requests to GitHub, decodes the answers, and turns errors into faults of the source.
struct GitHubClient: Sendable {
    private let client: SourceClient
    private let api: GitHubAPI

    /// - Parameters:
    ///   - api: the API's URL without a trailing slash; GitHub Enterprise has its own.
    ///   - token: the name of the secret; without a token, only public data can be read, with few requests an hour.
    init(_ request: SourceRequest, api: String = "https://api.github.com", token: String = "GITHUB_TOKEN") {
        client = request.client
        self.api = GitHubAPI(
            root: api, http: request.access.http, token: request.access.secret(token), maximumBytes: 8 << 20,
            usesCache: true)
    }

    /// - Parameter path: the path from the API's root, with its query: `/repos/o/r/commits?per_page=1`.
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

    /// The items of all pages of a list.
    ///
    /// - Parameters:
    ///   - most: the maximum number of pages.
    ///   - isPast: whether an item and all items after it aren't needed.
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
