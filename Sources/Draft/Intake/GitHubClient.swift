package import Context
package import Newsletter
internal import Text

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The few things that intake asks of GitHub (REST, version 2022-11-28).
package struct GitHubClient: Sendable {
    private let http: HTTP
    private let rules: IntakeRules
    private let repository: String
    private let token: String?

    /// - Parameters:
    ///   - repository: `owner/name`
    ///   - token: for private repositories, more requests, and everything that writes.
    package init(http: HTTP, rules: IntakeRules, repository: String, token: String?) {
        (self.http, self.rules, self.repository, self.token) = (http, rules, repository, token)
    }

    // MARK: Reading

    /// All open pull requests to the publication's branch that are ready, the oldest first.
    ///
    /// - Throws: a ``Diagnostic``.
    package func openPullRequests() async throws -> [OpenPullRequest] {
        var pulls: [GitHubPull] = []
        try await eachPage(
            from: "\(base)/pulls?state=open&base=\(Self.escaped(rules.branch))&sort=created&direction=asc&per_page=100"
        ) { page in
            pulls += try Self.decode([GitHubPull].self, page)
            return true
        }
        return pulls.filter { $0.draft != true }.map(\.openPullRequest).sorted { $0.name < $1.name }
    }

    /// One pull request, with the word whether its branch may be pushed to.
    ///
    /// - Throws: ``Diagnostic`` where there is none, it is closed, or the forge cannot be asked.
    package func pullRequest(_ number: Int) async throws -> OpenPullRequest {
        let pull = try Self.decode(GitHubPull.self, try await ask("\(base)/pulls/\(number)"))
        guard pull.state ?? "open" == "open" else {
            throw Diagnostic("#\(number) is closed already", remedy: "Name an open pull request")
        }
        return pull.openPullRequest
    }

    // MARK: Writing

    /// Writes a comment below a pull request, then closes it.
    ///
    /// - Throws: ``Diagnostic``, which says whether the answer is posted.
    package func decline(_ number: Int, answer: String) async throws {
        let comment = JSONText.members([("body", .text(answer))])
        _ = try await ask("\(base)/issues/\(number)/comments", method: "POST", body: comment)
        do {
            let closed = JSONText.members([("state", .text("closed"))])
            _ = try await ask("\(base)/pulls/\(number)", method: "PATCH", body: closed)
        } catch {
            throw Diagnostic(
                "the answer to #\(number) is posted, but it could not be closed", remedy: "Close it on the forge")
        }
    }

    // MARK: Asking

    var base: String { "\(rules.api)/repos/\(repository)" }

    /// - Parameter read: takes a page and says whether it wants the next one.
    func eachPage(from url: String, _ read: (HTTPResponse) throws -> Bool) async throws {
        var next: String? = url
        while let url = next {
            let answer = try await ask(url)
            guard try read(answer) else { return }
            // The token goes nowhere else.
            next = answer.headers.link("next").flatMap { $0.hasPrefix(rules.api + "/") ? $0 : nil }
        }
    }

    func ask(_ url: String, method: String = "GET", body: JSONText? = nil) async throws -> HTTPResponse {
        var headers: HTTPHeaders = [
            "Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28",
        ]
        if let token { headers["Authorization"] = "Bearer \(token)" }
        if body != nil { headers["Content-Type"] = "application/json" }
        // A hundred pull requests with their repositories; a comment that may have been posted is not posted again.
        let request = HTTPRequest(
            url, method: method, headers: headers, body: body?.bytes ?? [], maximumBytes: 16 << 20, timeout: 30,
            retries: body == nil ? 3 : 0)
        let answer: HTTPResponse
        do throws(HTTPError) {
            answer = try await http.send(request)
        } catch {
            throw Diagnostic("\(error)", remedy: Self.remedy(for: error.reason))
        }
        guard 200..<300 ~= answer.status else { throw fault(answer, isWriting: body != nil) }
        return answer
    }

    private func fault(_ answer: HTTPResponse, isWriting: Bool) -> Diagnostic {
        let remedy =
            switch answer.status {
            case 401: "Put a valid token into GITHUB_TOKEN, or its file's name into GITHUB_TOKEN_FILE"
            case 403 where isWriting, 404 where isWriting:
                "Give the token in GITHUB_TOKEN the right to write pull requests"
            case 403, 429: "Put a token into GITHUB_TOKEN, or try again in an hour"
            case 404: "Check 'intake: repository:' and the number; a private repository needs GITHUB_TOKEN"
            default: "Try again later"
            }
        return Diagnostic("\(repository): the forge answered with status \(answer.status)", remedy: remedy)
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
                "the forge's answer is not as expected: \(place(of: error))",
                remedy: "Check the address under 'intake: api:'")
        }
    }

    private static func place(of error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context):
            "'\((context.codingPath.map(\.stringValue) + [key.stringValue]).joined(separator: "."))' is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' is something else"
        default: "it is no JSON"
        }
    }

    /// For a query's value.
    static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
                String(Unicode.Scalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
