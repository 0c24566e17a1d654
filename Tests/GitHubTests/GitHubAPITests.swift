import Context
import TestKit
import Testing
import Text

@testable import GitHub

@Suite struct GitHubAPITests {
    private let root = "https://forge.example/api/v3"

    private func api(_ script: ScriptedHTTP, token: String? = "s3cret") -> GitHubAPI {
        GitHubAPI(root: root, http: script.http, token: token, maximumBytes: 100, usesCache: true)
    }

    private func read(_ pages: GitHubAPI.Pages) async throws -> [String] {
        var pages = pages
        var read: [String] = []
        while let page = try await pages.nextPage() {
            read.append("\(page.url): \(String(decoding: page.response.body, as: UTF8.self))")
        }
        return read
    }

    @Test func readsPagesUntilTheLast() async throws {
        let script = ScriptedHTTP([
            "GET \(root)/list": .response(headers: ["Link": "<\(root)/list?page=2>; rel=\"next\""], body: "1"),
            "GET \(root)/list?page=2": .response(headers: ["Link": "<\(root)/list>; rel=\"prev\""], body: "2"),
        ])
        #expect(try await read(api(script).pages(of: "/list")) == ["\(root)/list: 1", "\(root)/list?page=2: 2"])
        #expect(try await read(api(script).pages(of: "/list", most: 1)) == ["\(root)/list: 1"])
        let asked = script.asked
        #expect(asked.allSatisfy { $0.headers["Authorization"] == "Bearer s3cret" && $0.usesCache && $0.retries == 3 })
        #expect(asked.allSatisfy { $0.headers["X-GitHub-Api-Version"] == "2022-11-28" && $0.maximumBytes == 100 })
    }

    @Test(arguments: ["https://elsewhere.example/", "https://forge.example/api/v30/list", "/list?page=2"])
    func keepsTheTokenFromOtherAddresses(next: String) async throws {
        let script = ScriptedHTTP([
            "GET \(root)/list": .response(headers: ["Link": "<\(next)>; rel=\"next\""], body: "1")
        ])
        #expect(try await read(api(script).pages(of: "/list")) == ["\(root)/list: 1"])
        #expect(script.asked.map(\.url) == ["\(root)/list"])
    }

    @Test func asksWithoutAToken() async throws {
        let script = ScriptedHTTP(["GET \(root)/zen": .response(body: "Tea.")])
        #expect(try await api(script, token: nil).get("/zen").body == Array("Tea.".utf8))
        #expect(script.asked.map { $0.headers["Authorization"] } == [nil])
    }

    @Test(arguments: [("30", 30), ("soon", nil)])
    func saysHowLongToWait(field: String, seconds: Int?) async throws {
        let script = ScriptedHTTP(["GET \(root)/zen": .response(status: 429, headers: ["Retry-After": field])])
        let error = await #expect(throws: GitHubError.self) { try await api(script).get("/zen") }
        #expect(error?.reason == .status(429) && error?.retryAfter == seconds)
    }

    @Test func sendsAChangeOnce() async throws {
        let script = ScriptedHTTP(["PATCH \(root)/pulls/7": .response(status: 503)])
        let error = await #expect(throws: GitHubError.self) {
            try await api(script).write("PATCH", "/pulls/7", .members([("state", .text("closed"))]))
        }
        #expect(error == GitHubError(url: "\(root)/pulls/7", isWriting: true, reason: .status(503)))
        let request = try #require(script.asked.first)
        #expect(String(decoding: request.body, as: UTF8.self) == #"{"state":"closed"}"#)
        #expect(request.headers["Content-Type"] == "application/json")
        #expect(request.retries == 0 && !request.usesCache)
    }

    @Test func reportsThatNobodyAnswers() async throws {
        let script = ScriptedHTTP(["GET \(root)/zen": .failure(.unknownHost)])
        let error = await #expect(throws: GitHubError.self) { try await api(script).get("/zen") }
        let reason = HTTPError(url: "\(root)/zen", reason: .unknownHost)
        #expect(error == GitHubError(url: "\(root)/zen", isWriting: false, reason: .noAnswer(reason)))
    }
}
