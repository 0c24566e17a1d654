import Context
import TestKit
import Testing

@Suite struct ScriptedHTTPTests {
    @Test func answersByItsScript() async throws {
        let web = ScriptedHTTP([
            "GET https://a.example/": .sequence([.failure(.unknownHost), .response(status: 201, body: "b")])
        ])
        await #expect(throws: HTTPError(url: "https://a.example/", reason: .unknownHost)) {
            try await web.http.send(HTTPRequest("https://a.example/"))
        }
        for _ in 0..<2 { #expect(try await web.http.send(HTTPRequest("https://a.example/")).body == Array("b".utf8)) }
        #expect(web.asked.count == 3)
    }

    @Test func failsTheTestForAnythingElse() async throws {
        let web = ScriptedHTTP([:])
        await withKnownIssue {
            _ = try await web.http.send(HTTPRequest("https://a.example/"))
        }
    }
}
