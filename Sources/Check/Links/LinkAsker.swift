internal import Context

/// Requests a link, with HEAD if possible, and retries it if necessary.
struct LinkAsker: Sendable {
    let http: HTTP
    /// Waits for a number of seconds.
    var wait: @Sendable (Int) async -> Void = { try? await Task.sleep(for: .seconds($0)) }

    /// The longest pause that a server may ask for, in seconds; after it, the link is requested once more.
    static let longestPause = 5
    /// How much of a page is read, in bytes after decompression.
    static let largestPage = 1 << 20
    /// The timeout of one request, in seconds.
    static let timeout = 10

    /// Requests the page at once if its content matters; otherwise, sends HEAD first, and GET if the answer is
    /// inconclusive.
    func answer(to link: AskedLink) async -> LinkAnswer {
        let answer = await firstAnswer(to: link)
        guard let pause = answer.pause.flatMap({ Int($0) }), 0...Self.longestPause ~= pause else { return answer }
        await wait(pause)
        return await firstAnswer(to: link)
    }

    private func firstAnswer(to link: AskedLink) async -> LinkAnswer {
        guard !link.wantsPage else { return await ask(link.url, "GET", reading: Self.pages) }
        let answer = await ask(link.url, "HEAD", reading: [])
        return Self.isDoubtful(answer) ? await ask(link.url, "GET", reading: []) : answer
    }

    private static let pages: Set<String> = ["text/html", "application/xhtml+xml"]

    /// Whether an answer to HEAD may be wrong: many servers don't support HEAD, and only some of them answer with 405
    /// or 501.
    private static func isDoubtful(_ answer: LinkAnswer) -> Bool {
        switch answer.outcome {
        case .status(410), .status(429): false
        case .status(let status): status >= 400
        case .failure(.unreachable): true
        case .failure: false
        }
    }

    private func ask(_ url: String, _ method: String, reading types: Set<String>) async -> LinkAnswer {
        var request = HTTPRequest(
            url, method: method, headers: ["Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"],
            maximumBytes: Self.largestPage, timeout: Self.timeout, redirects: 10, usesCache: !types.isEmpty)
        request.mediaTypes = types
        do throws(HTTPError) {
            return Self.answer(try await http.send(request), reading: types)
        } catch {
            return LinkAnswer(.failure(error.reason), url: error.url)
        }
    }

    private static func answer(_ response: HTTPResponse, reading types: Set<String>) -> LinkAnswer {
        var answer = LinkAnswer(.status(response.status), url: response.url, hops: response.hops)
        let type = response.headers["content-type"]
        if response.status == 429 || response.status == 503, let pause = response.headers["retry-after"] {
            answer.outcome = .failure(.rateLimited(until: nil))
            answer.pause = pause
        } else if answer.isGood, !response.body.isEmpty, types.contains(HTTPHeaders.mediaType(type)) {
            answer.page = PageReader.facts(of: response.body, contentType: type)
        }
        return answer
    }
}
