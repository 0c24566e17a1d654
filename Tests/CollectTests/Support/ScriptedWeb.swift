import Context
import Synchronization

@testable import Collect

/// A web of a few answers, by address; it remembers what it was asked, and has nothing else.
final class ScriptedWeb: Sendable {
    private let answers: [String: HTTPResponse]
    private let seen = Mutex<[HTTPRequest]>([])

    init(_ answers: [String: HTTPResponse]) {
        self.answers = answers
    }

    /// Pages of text, each answered with 200.
    convenience init(_ pages: KeyValuePairs<String, String>) {
        self.init(
            Dictionary(pages.map { ($0, HTTPResponse(status: 200, body: Array($1.utf8), url: $0)) }) { $1 })
    }

    var requests: [HTTPRequest] { seen.withLock { $0 } }
    var addresses: [String] { requests.map(\.url) }

    var http: HTTP {
        HTTP { request throws(HTTPError) in
            self.seen.withLock { $0.append(request) }
            guard let answer = self.answers[request.url] else {
                throw HTTPError(url: request.url, reason: .unreachable("the test has no such page"))
            }
            return answer
        }
    }
}

extension HTTPResponse {
    init(_ text: String, status: Int = 200, headers: HTTPHeaders = [:]) {
        self.init(status: status, headers: headers, body: Array(text.utf8), url: "")
    }
}
