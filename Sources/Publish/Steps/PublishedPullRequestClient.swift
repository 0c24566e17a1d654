internal import Context
internal import GitHub
internal import Text

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Finds out what is left to do on a pull request, and does it.
struct PublishedPullRequestClient {
    let api: GitHubAPI
    /// `owner/name`
    let repository: String
    let clock: Clock

    /// What is done on every pull request.
    struct Plan: Decodable {
        var pulls: [Int]
        var comment: String
        var close: Bool
        /// The hidden line by which the comment is found again.
        var marker = ""

        private enum CodingKeys: String, CodingKey { case pulls, comment, close }
    }

    struct Rest: Hashable {
        var comment: Bool
        var closing: Bool

        static let nothing = Rest(comment: false, closing: false)
    }

    /// Why something isn't done.
    struct Failure: Error {
        var fault: StepFault
        /// Whether it is about a single pull request, so that the others can still be done.
        var concernsOne = false
    }

    /// Makes sure that the token is accepted.
    func check() async throws(Failure) { _ = try await get("") }

    /// What is left to do on a pull request.
    func rest(of plan: Plan, _ number: Int) async throws(Failure) -> Rest {
        let isCommented = try await hasComment(plan.marker, number)
        guard plan.close else { return Rest(comment: !isCommented, closing: false) }
        let pull = try decode(Pull.self, try await get("/pulls/\(number)"))
        return Rest(comment: !isCommented, closing: pull.state == "open")
    }

    /// Does what is left.
    func finish(_ plan: Plan, _ number: Int) async throws(Failure) {
        let rest = try await rest(of: plan, number)
        if rest.comment {
            let body = JSONText.members([("body", .text(plan.comment + "\n\n" + plan.marker))])
            try await write("POST", "/issues/\(number)/comments", body)
        }
        if rest.closing {
            try await write("PATCH", "/pulls/\(number)", .members([("state", .text("closed"))]))
        }
    }

    private func hasComment(_ marker: String, _ number: Int) async throws(Failure) -> Bool {
        var pages = api.pages(of: "/repos/\(repository)/issues/\(number)/comments?per_page=100")
        while true {
            let page: (response: HTTPResponse, url: String)?
            do throws(GitHubError) { page = try await pages.nextPage() } catch { throw failure(error) }
            guard let page else { return false }
            let comments = try decode([Comment].self, page.response)
            if comments.contains(where: { $0.body?.firstRange(of: marker) != nil }) { return true }
        }
    }

    // MARK: Requests

    private func get(_ path: String) async throws(Failure) -> HTTPResponse {
        do throws(GitHubError) { return try await api.get("/repos/\(repository)\(path)") } catch {
            throw failure(error)
        }
    }

    private func write(_ method: String, _ path: String, _ body: JSONText) async throws(Failure) {
        do throws(GitHubError) {
            _ = try await api.write(method, "/repos/\(repository)\(path)", body)
        } catch {
            throw failure(error)
        }
        // GitHub asks for a second between requests that change something
        // (https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api).
        await clock.sleep(.seconds(1))
    }

    private func decode<Value: Decodable>(_ type: Value.Type, _ response: HTTPResponse) throws(Failure) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(response.body))
        } catch {
            throw Failure(
                fault: StepFault(
                    "\(api.root) responded in an unknown format", remedy: "Check 'intake: api:' in the settings"))
        }
    }

    private func failure(_ error: GitHubError) -> Failure {
        switch error.reason {
        case .noAnswer(let failure):
            return Failure(
                fault: StepFault(
                    failure, isWriting: error.isWriting, now: clock.seconds,
                    remedy: "Check your connection and 'intake: api:' in the settings, then retry"))
        case .status(let status):
            let remedy =
                switch status {
                case 401: "Put a valid token into GITHUB_TOKEN"
                case 403 where error.retryAfter == nil, 404:
                    "Allow the token in GITHUB_TOKEN to write pull requests of \(repository)"
                case 422: "Look at the pull request, then retry or skip the step"
                default: "Retry later"
                }
            let isRefused = 400..<500 ~= status && status != 408
            return Failure(
                fault: StepFault(
                    "\(repository): the server answered with status \(status)", remedy: remedy,
                    effect: error.isWriting && !isRefused ? .possible : .none, retryAfter: error.retryAfter),
                concernsOne: [404, 410, 422].contains(status) || status == 403 && error.retryAfter == nil)
        }
    }

    // MARK: What GitHub answers

    private struct Comment: Decodable { var body: String? }
    private struct Pull: Decodable { var state: String }
}
