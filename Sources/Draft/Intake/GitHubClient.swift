package import Context
internal import GitHub
package import Newsletter
internal import Text

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The part of GitHub's API that intake needs.
package struct GitHubClient: Sendable {
    private let api: GitHubAPI
    /// The branch that pull requests are made against.
    private let branch: String
    private let repository: String

    /// - Parameters:
    ///   - repository: `owner/name`
    ///   - token: for private repositories, a higher rate limit, and all writing requests.
    package init(http: HTTP, rules: IntakeRules, repository: String, token: String?) {
        // A hundred pull requests with their repositories are a few megabytes.
        api = GitHubAPI(root: rules.api, http: http, token: token, maximumBytes: 16 << 20, usesCache: false)
        branch = rules.branch
        self.repository = repository
    }

    // MARK: Reading

    /// All open pull requests against the publication's branch that are ready for review, oldest first.
    ///
    /// - Throws: a ``Diagnostic``.
    package func openPullRequests() async throws -> [OpenPullRequest] {
        var pulls: [GitHubPull] = []
        try await eachPage(
            of:
                "\(base)/pulls?state=open&base=\(PercentEncoding.parameter(branch))&sort=created&direction=asc&per_page=100"
        ) { page in
            pulls += try Self.decode([GitHubPull].self, page)
            return true
        }
        return pulls.filter { $0.draft != true }.map(\.openPullRequest).sorted { $0.name < $1.name }
    }

    /// One pull request, including whether its branch may be pushed to.
    ///
    /// - Throws: ``Diagnostic`` if the pull request doesn't exist or is closed, or the forge can't be reached.
    package func pullRequest(_ number: Int) async throws -> OpenPullRequest {
        let pull = try Self.decode(GitHubPull.self, try await get("\(base)/pulls/\(number)"))
        guard pull.state ?? "open" == "open" else {
            throw Diagnostic("#\(number) is already closed", remedy: "Choose an open pull request")
        }
        return pull.openPullRequest
    }

    // MARK: Writing

    /// Posts a comment on a pull request, then closes it.
    ///
    /// - Throws: ``Diagnostic``, which says whether the answer was posted.
    package func decline(_ number: Int, answer: String) async throws {
        let comment = JSONText.members([("body", .text(answer))])
        try await write("POST", "\(base)/issues/\(number)/comments", comment)
        do {
            let closed = JSONText.members([("state", .text("closed"))])
            try await write("PATCH", "\(base)/pulls/\(number)", closed)
        } catch {
            throw Diagnostic(
                "the answer to #\(number) was posted, but the pull request could not be closed",
                remedy: "Close the pull request on the forge")
        }
    }

    // MARK: Requests

    var base: String { "/repos/\(repository)" }

    /// - Parameters:
    ///   - path: the path of a list.
    ///   - read: receives a page, and returns whether to request the next one.
    func eachPage(of path: String, _ read: (HTTPResponse) throws -> Bool) async throws {
        var pages = api.pages(of: path)
        while let page = try await asking({ () async throws(GitHubError) in try await pages.nextPage() }) {
            guard try read(page.response) else { return }
        }
    }

    func get(_ path: String) async throws(Diagnostic) -> HTTPResponse {
        try await asking { () async throws(GitHubError) in try await api.get(path) }
    }

    @discardableResult
    func write(_ method: String, _ path: String, _ body: JSONText) async throws(Diagnostic) -> HTTPResponse {
        try await asking { () async throws(GitHubError) in try await api.write(method, path, body) }
    }

    private func asking<Answer>(
        _ ask: () async throws(GitHubError) -> Answer
    ) async throws(Diagnostic) -> Answer {
        do throws(GitHubError) {
            return try await ask()
        } catch {
            throw diagnostic(error)
        }
    }

    private func diagnostic(_ error: GitHubError) -> Diagnostic {
        switch error.reason {
        case .noAnswer(let error): Diagnostic("\(error)", remedy: Self.remedy(for: error.reason))
        case .status(let status):
            Diagnostic(
                "\(repository): the server answered with status \(status)",
                remedy: Self.remedy(for: status, isWriting: error.isWriting))
        }
    }

    private static func remedy(for status: Int, isWriting: Bool) -> String {
        switch status {
        case 401: "Put a valid token into GITHUB_TOKEN, or the path of its file into GITHUB_TOKEN_FILE"
        case 403 where isWriting, 404 where isWriting:
            "Allow the token in GITHUB_TOKEN to write pull requests"
        case 403, 429: "Put a token into GITHUB_TOKEN, or try again in an hour"
        case 404: "Check 'intake: repository:' and the number; a private repository needs GITHUB_TOKEN"
        default: "Try again later"
        }
    }

    private static func remedy(for reason: HTTPError.Reason) -> String {
        switch reason {
        case .invalidAddress, .refused: "Check 'intake: api:' and 'intake: repository:' in the settings"
        case .unknownHost, .unreachable, .certificate: "Check your connection, and 'intake: api:' in the settings"
        case .timedOut, .tooLarge, .tooManyRedirects, .rateLimited: "Try again later"
        }
    }

    static func decode<Value: Decodable>(_ type: Value.Type, _ answer: HTTPResponse) throws -> Value {
        do {
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            return try decoder.decode(type, from: Data(answer.body))
        } catch let error as DecodingError {
            throw Diagnostic(
                "the server's response isn't in the expected format: \(place(of: error))",
                remedy: "Check the URL under 'intake: api:'")
        }
    }

    private static func place(of error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context):
            "'\((context.codingPath.map(\.stringValue) + [key.stringValue]).joined(separator: "."))' is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' doesn't have the expected type"
        default: "the response isn't JSON"
        }
    }
}
