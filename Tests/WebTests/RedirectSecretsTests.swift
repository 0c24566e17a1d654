import Address
import Context
import Synchronization
import TestKit
import Testing
import Web

/// No redirect takes a body or credentials to another origin (RFC 6454).
@Suite(.serialized) struct RedirectSecretsTests {
    private static let secret = "s3cret-0123456789"

    /// A place that a redirect leads to; `PORT` is that of the other server, `OWN` that of the first.
    private static let others = [
        "http://first.example:PORT/", "//first.example:PORT/", "http://127.0.0.1:PORT/", "http://second.example:PORT/",
        "http://sub.first.example:PORT/", "HTTP://FIRST.EXAMPLE:PORT/", "http://first.example.:PORT/",
        "http://fırst.example:PORT/", "https://first.example:OWN/", "http://second.example:OWN/",
        "http://sub.first.example:OWN/", "http://first.example:OWN@second.example:PORT/",
        "http://user:password@first.example:PORT/",
    ]

    private static let same = [
        "/next", "next", "?a=1", "//first.example:OWN/next", "http://FIRST.example:OWN/next",
        "http://first.example.:OWN/next",
    ]

    private func asking(_ servers: LoopbackServer...) throws -> Asking {
        let names = ["first.example", "second.example", "sub.first.example", "xn--frst-q4a.example"]
        return try Asking(names: Dictionary(uniqueKeysWithValues: names.map { ($0, ["127.0.0.1"]) })) { settings in
            if let guarding = try? AddressGuard(allowing: servers.map(\.endpoint)) { settings.addressGuard = guarding }
        }
    }

    private func isClean(_ question: WebQuestion) -> Bool {
        !"\(question.target) \(question.fields)".contains(Self.secret) && question.body.isEmpty
            && ["authorization", "cookie", "x-api-key", "private-token", "if-none-match", "content-type"].allSatisfy {
                question.fields[$0] == nil
            }
    }

    private func credentials() -> HTTPHeaders {
        [
            "Authorization": "Bearer \(Self.secret)", "Cookie": "session=\(Self.secret)", "X-Api-Key": Self.secret,
            "Private-Token": Self.secret, "If-None-Match": "\"\(Self.secret)\"",
        ]
    }

    @Test(arguments: others, [301, 302, 303, 307, 308])
    func keepsBodiesAtTheirOrigin(location: String, status: Int) async throws {
        let stranger = try LoopbackServer { _ in .text("") }
        for method in ["POST", "PUT", "PATCH", "DELETE"] {
            let server = try LoopbackServer { question in
                let own = question.fields["host"]?.split(separator: ":").last.map(String.init) ?? ""
                return .redirect(
                    status, to: location.replacing("PORT", with: "\(stranger.port)").replacing("OWN", with: own))
            }
            let failure = await #expect(throws: HTTPError.self) {
                try await asking(server, stranger).get(server.url("first.example")) { request in
                    request.method = method
                    request.body = method == "DELETE" ? [] : Array("password=\(Self.secret)".utf8)
                    request.headers = credentials()
                }
            }
            if case .refused = failure?.reason {} else { Issue.record("\(String(describing: failure))") }
            #expect(failure?.description.contains(Self.secret) == false)
            #expect(server.questions.count == 1)
        }
        #expect(stranger.questions.isEmpty)
    }

    @Test(arguments: others, [301, 302, 303, 307, 308])
    func keepsCredentialsAtTheirOrigin(location: String, status: Int) async throws {
        let stranger = try LoopbackServer { _ in .text("") }
        let server = try LoopbackServer { question in
            guard question.target == "/start" else { return .text("") }
            let own = question.fields["host"]?.split(separator: ":").last.map(String.init) ?? ""
            return .redirect(
                status, to: location.replacing("PORT", with: "\(stranger.port)").replacing("OWN", with: own))
        }
        for method in ["GET", "HEAD"] {
            _ = try? await asking(server, stranger).get(server.url("first.example", "/start")) { request in
                request.method = method
                request.headers = credentials()
            }
        }
        #expect(stranger.questions.allSatisfy(isClean))
        #expect(server.questions.filter { $0.target != "/start" }.allSatisfy(isClean))
        #expect(server.questions.contains { $0.fields["authorization"] == "Bearer \(Self.secret)" })
    }

    @Test(arguments: same, [307, 308])
    func keepsBodyAndCredentialsWithinTheOrigin(location: String, status: Int) async throws {
        let server = try LoopbackServer { question in
            guard question.target == "/start" else { return .text("") }
            let own = question.fields["host"]?.split(separator: ":").last.map(String.init) ?? ""
            return .redirect(status, to: location.replacing("OWN", with: own))
        }
        _ = try await asking(server).get(server.url("first.example", "/start")) { request in
            request.method = "POST"
            request.body = Array("a".utf8)
            request.headers = credentials()
        }
        let last = try #require(server.questions.last)
        #expect(server.questions.count == 2)
        #expect(last.method == "POST" && last.body == Array("a".utf8))
        #expect(last.fields["authorization"] == "Bearer \(Self.secret)")
    }

    @Test func givesNothingBackOnTheWayHome() async throws {
        let home = Mutex("")
        let stranger = try LoopbackServer { _ in .redirect(to: home.withLock { $0 } + "/home") }
        let server = try LoopbackServer { question in
            question.target == "/start" ? .redirect(to: stranger.url("second.example")) : .text("")
        }
        home.withLock { $0 = server.url("first.example", "") }
        _ = try await asking(server, stranger).get(server.url("first.example", "/start")) { request in
            request.headers = credentials()
        }
        #expect(server.questions.map(\.target) == ["/start", "/home"])
        #expect(server.questions.last.map(isClean) == true)
        #expect(stranger.questions.allSatisfy(isClean))
    }

    @Test("Follows nothing that is no redirect", arguments: [200, 201, 300, 304, 305, 306, 401, 403, 429])
    func followsNothingElse(status: Int) async throws {
        let stranger = try LoopbackServer { _ in .text("") }
        let server = try LoopbackServer { _ in
            .answer(status, ["Location: \(stranger.address)/", "Refresh: 0; url=\(stranger.address)/"])
        }
        _ = try? await asking(server, stranger).get(server.url("first.example")) { $0.headers = credentials() }
        #expect(stranger.questions.isEmpty)
    }

    @Test(
        "Passes on no secret in an address",
        arguments: ["/?t=SECRET", "/SECRET", "/a#SECRET", "/?t=s3cret%2D0123456789"])
    func passesOnNoSecretInAnAddress(target: String) async throws {
        let stranger = try LoopbackServer { _ in .text("") }
        let server = try LoopbackServer { _ in
            .redirect(to: stranger.address + target.replacing("SECRET", with: Self.secret))
        }
        let error = await #expect(throws: HTTPError.self) {
            try await asking(server, stranger).get(server.url("first.example")) { $0.headers = credentials() }
        }
        #expect(error?.reason == .refused("the server redirects to another origin with a secret in the address"))
        #expect(error?.url.contains(Self.secret) == false)
        #expect(stranger.questions.isEmpty)
    }

    @Test func followsASecretAddressOfTheSameServer() async throws {
        let server = try LoopbackServer { question in
            question.target == "/start" ? .redirect(to: "/\(Self.secret)/calendar") : .text("it is \(question.target)")
        }
        let answer = try await asking(server).get(server.url("first.example", "/start")) { request in
            request.headers = credentials()
        }
        #expect(server.questions.last?.target == "/\(Self.secret)/calendar")
        #expect(answer.text == "it is /[secret]/calendar")
        #expect(answer.url.hasSuffix("/[secret]/calendar") && answer.hops[0].url.hasSuffix("/[secret]/calendar"))
    }
}
