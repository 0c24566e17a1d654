package import Context
package import Text

/// A client for GitHub's REST API (https://docs.github.com/en/rest, version 2022-11-28), for collecting and for pull
/// requests. Its callers interpret the responses.
package struct GitHubAPI: Sendable {
    /// The API's root URL without a trailing slash; a GitHub Enterprise server has its own.
    package let root: String
    private let http: HTTP
    private let headers: HTTPHeaders
    private let maximumBytes: Int
    private let usesCache: Bool

    /// - Parameters:
    ///   - token: without one, only public resources can be read, with few requests per hour.
    ///   - maximumBytes: the limit for a response's body.
    ///   - usesCache: whether stored responses are validated, and new ones stored.
    package init(root: String, http: HTTP, token: String?, maximumBytes: Int, usesCache: Bool) {
        self.root = root
        self.http = http
        self.maximumBytes = maximumBytes
        self.usesCache = usesCache
        var headers: HTTPHeaders = ["Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28"]
        if let token { headers["Authorization"] = "Bearer \(token)" }
        self.headers = headers
    }

    /// The full URL of a path from the root, with its query: `/repos/o/r/commits?per_page=1`.
    package func address(_ path: String) -> String { root + path }

    package func get(_ path: String) async throws(GitHubError) -> HTTPResponse {
        try await read(address(path))
    }

    /// The pages of a list, linked by `Link: rel="next"`
    /// (https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api).
    ///
    /// - Parameter most: the greatest number of pages to read.
    package func pages(of path: String, most: Int = .max) -> Pages {
        Pages(api: self, next: address(path), left: most)
    }

    /// Sends a request that changes something. Such a request is never retried, because GitHub may have accepted it
    /// already.
    package func write(_ method: String, _ path: String, _ body: JSONText) async throws(GitHubError) -> HTTPResponse {
        var headers = headers
        headers["Content-Type"] = "application/json"
        return try await send(
            HTTPRequest(
                address(path), method: method, headers: headers, body: body.bytes, maximumBytes: maximumBytes,
                timeout: 30),
            isWriting: true)
    }

    private func read(_ url: String) async throws(GitHubError) -> HTTPResponse {
        try await send(
            HTTPRequest(
                url, headers: headers, maximumBytes: maximumBytes, timeout: 30, retries: 3, usesCache: usesCache),
            isWriting: false)
    }

    private func send(_ request: HTTPRequest, isWriting: Bool) async throws(GitHubError) -> HTTPResponse {
        let response: HTTPResponse
        do throws(HTTPError) {
            response = try await http.send(request)
        } catch {
            throw GitHubError(url: request.url, isWriting: isWriting, reason: .noAnswer(error))
        }
        if 200..<300 ~= response.status { return response }
        throw GitHubError(
            url: request.url, isWriting: isWriting, reason: .status(response.status),
            retryAfter: response.headers["Retry-After"].flatMap { Int($0) })
    }

    /// Reads the pages of a list one after the other.
    package struct Pages {
        fileprivate let api: GitHubAPI
        fileprivate var next: String?
        fileprivate var left: Int

        /// - Returns: the page and its URL, or nil after the last one.
        package mutating func nextPage() async throws(GitHubError) -> (response: HTTPResponse, url: String)? {
            guard left > 0, let url = next else { return nil }
            let response = try await api.read(url)
            left -= 1
            // The token is sent only to the API, whatever a response says.
            next = response.headers.link("next").flatMap { $0.hasPrefix(api.root + "/") ? $0 : nil }
            return (response, url)
        }
    }
}

/// Why a request to GitHub failed; callers add what to do about it.
package struct GitHubError: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case noAnswer(HTTPError)
        /// A status outside 200 to 299.
        case status(Int)
    }

    package var url: String
    package var isWriting: Bool
    package var reason: Reason
    /// The pause that the server asks for, in seconds.
    package var retryAfter: Int?
}
