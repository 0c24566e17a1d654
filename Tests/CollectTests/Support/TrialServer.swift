import Context
import Newsletter
import Synchronization
import TestKit
import Testing

@testable import Collect
import Text

/// A source, the server that it asks, and what it makes of that.
struct SourceTrial: Sendable, CustomTestStringConvertible {
    /// As the settings name it.
    var source: String
    /// What is tried of it, where a source has several ways.
    var way = ""
    /// Its keys in YAML; `SERVER` stands for the server's address.
    var keys: String
    /// What a question contains, as `GET /path` with its body behind, and the answer; the first that fits.
    var pages: [Page]
    /// The titles of what it brings.
    var brings: [String]
    /// The same without a member.
    var lacking: Page
    /// The member that a fault names; nil where the rest is brought in silence.
    var field: String?
    /// Whether it sends a secret along.
    var isSecret = false

    struct Page: Sendable {
        var question: String
        var body: String
        /// The next page's path, told in a `Link` field.
        var next: String?

        init(_ question: String, _ body: String, next: String? = nil) {
            (self.question, self.body, self.next) = (question, body, next)
        }
    }

    var testDescription: String { way.isEmpty ? source : "\(source) (\(way))" }

    /// Every secret there is, whatever its name; `NONE` is none.
    static let secret = "S3CRET"

    /// What it brings of a server, through sockets.
    func result(from server: LoopbackServer, _ web: SocketWeb = SocketWeb()) async throws -> CollectionResult {
        let yaml = "  - { source: \(source), \(keys.replacing("SERVER", with: server.address)) }\n"
        let result = try await collect(yaml) { access in
            access.http = web.http
            access.secret = { $0 == "NONE" ? nil : Self.secret }
            access.sign = { _, _ throws(CommandError) in [1, 2, 3] }
        }
        let told =
            result.faults.map(\.description) + result.candidates.map { "\($0)" } + result.events.map { "\($0)" }
        #expect(!told.contains { $0.contains(Self.secret) }, "a secret is told")
        return result
    }

    /// Its server, as it should be.
    func answer(to question: WebQuestion, with pages: [Page]? = nil) -> WebReply {
        let asked = "\(question.method) \(question.target)\n\(String(decoding: question.body, as: UTF8.self))"
        guard let page = (pages ?? self.pages).first(where: { asked.contains($0.question) }) else {
            return .answer(404)
        }
        let address = "http://\(question.fields["host"] ?? "")"
        let body = page.body.replacing("SERVER", with: address)
        // The tag is the whole text, so that another text has another one.
        let tag = "\"\(Fingerprint(.text(body)))\""
        if question.fields["if-none-match"] == tag { return .answer(304, ["ETag: \(tag)"]) }
        var fields = ["ETag: \(tag)"]
        if let next = page.next { fields.append("Link: <\(address)\(next)>; rel=\"next\"") }
        return .text(body, fields)
    }
}

extension CollectionResult {
    var titles: [String] { candidates.map(\.title) + events.map(\.title) }
}

/// How often something was asked.
final class AskedBefore: Sendable {
    private let counts = Mutex<[WebQuestion: Int]>([:])

    func count(_ question: WebQuestion) -> Int {
        counts.withLock { counts in
            counts[question, default: 0] += 1
            return counts[question, default: 1] - 1
        }
    }
}
