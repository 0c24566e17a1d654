internal import Context
internal import Text

/// How what readers get differs from a built file.
struct PageDifference: Hashable, Sendable {
    /// The end of a sentence that begins with the address, such as `returns the status 404`.
    let problem: String
    let remedy: String
    /// Whether waiting doesn't help.
    let isLasting: Bool
    /// When the server wants to be asked again, in seconds from now.
    let retryAfter: Int?

    init(of response: HTTPResponse, from page: VerifiedPage, _ request: PublishRequest) {
        retryAfter = RetryAfter.seconds(response, now: request.context.clock.seconds)
        isLasting = false
        let length = "\(response.body.count.counted("byte")) instead of \(page.bytes.count)"
        if response.status != 200 {
            problem = "returns the status \(response.status)"
            remedy =
                response.status == 404 || response.status == 410
                ? "Check that the deployment goes to the folder or branch that the web server serves"
                : "Check the web server"
        } else if page.file != request.issue.page, !page.contains(request.issue, in: response.body),
            page.contains(request.issue)
        {
            problem = "returns an older version without issue \(request.issue.number) (\(length))"
            remedy = "Check the deployment, and clear the caches in front of the web server"
        } else if response.body.count != page.bytes.count {
            problem = "returns another version (\(length))"
            remedy = "Check the deployment, and that nothing in front of the web server changes pages"
        } else {
            let position = zip(response.body, page.bytes).enumerated().first { $1.0 != $1.1 }?.offset ?? 0
            problem = "returns another version, of the same length, that differs from byte \(position + 1) on"
            remedy = "Check the deployment, and that nothing in front of the web server changes pages"
        }
    }

    init(_ error: HTTPError, now: Int) {
        let (words, remedy, isLasting, until) = Self.reading(error.reason)
        problem = words
        self.remedy = remedy
        self.isLasting = isLasting
        retryAfter = until.map { max(0, $0 - now) }
    }

    private static func reading(_ reason: HTTPError.Reason) -> (String, remedy: String, isLasting: Bool, until: Int?) {
        let check = "Check the web server and the network"
        return switch reason {
        case .invalidAddress: ("isn't a valid web address", "Correct 'url:' in the settings", true, nil)
        case .refused(let why):
            ("isn't requested: \(why)", "Write the public address of the site as 'url:' in the settings", true, nil)
        case .unknownHost: ("has a host that doesn't exist", "Check 'url:' in the settings and the DNS", false, nil)
        case .unreachable(let why): ("can't be reached (\(why))", check, false, nil)
        case .certificate(let why):
            ("has a certificate that isn't valid (\(why))", "Renew the web server's certificate", false, nil)
        case .timedOut(let seconds): ("doesn't answer within \(seconds.counted("second"))", check, false, nil)
        case .tooLarge: ("returns a much larger file than the built one", check, false, nil)
        case .tooManyRedirects: ("redirects without end", "Check the web server's redirects", false, nil)
        case .rateLimited(let until): ("allows no further requests for now", "Try again later", false, until)
        }
    }

    /// - Parameter patience: how long the address has been requested, in seconds.
    func fault(page: VerifiedPage, after patience: Int) -> StepFault {
        let waited = isLasting || patience == 0 ? "" : " after \(patience.counted("second"))"
        return StepFault(
            "\(page.url) \(problem)\(waited)", remedy: "\(remedy), then run 'sennight publish' again",
            retryAfter: retryAfter)
    }
}
