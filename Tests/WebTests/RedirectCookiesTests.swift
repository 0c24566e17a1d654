import Address
import Context
import Testing

@testable import Web

@Suite struct RedirectCookiesTests {
    private func step(_ url: String) throws -> Step {
        Step(address: try WebAddress(url), method: "GET", fields: [], body: [])
    }

    private func answer(_ cookies: String...) -> HTTPResponse {
        var headers: HTTPHeaders = [:]
        headers.fields = cookies.map { .init(name: "Set-Cookie", value: $0) }
        return HTTPResponse(status: 302, headers: headers, url: "https://a.example/")
    }

    @Test func sendsCookiesBackToTheirOriginAlone() throws {
        var cookies = RedirectCookies()
        cookies.learn(answer("seen=1; Path=/; HttpOnly", "b=2"), of: try step("https://a.example/x"))
        #expect(cookies.added(to: try step("https://a.example/y")).fields.map(\.value) == ["b=2; seen=1"])
        #expect(cookies.added(to: try step("https://b.example/y")).fields.isEmpty)
        #expect(cookies.added(to: try step("http://a.example/y")).fields.isEmpty)
    }

    @Test func dropsCookiesThatWouldChangeTheHeader() throws {
        var cookies = RedirectCookies()
        cookies.learn(answer("a=1\r\nX: y", "b c=2", "novalue"), of: try step("https://a.example/x"))
        #expect(cookies.text(for: try step("https://a.example/x")).isEmpty)
    }

    @Test func replacesOlderValues() throws {
        var cookies = RedirectCookies()
        cookies.learn(answer("a=1"), of: try step("https://a.example/x"))
        cookies.learn(answer("a=2"), of: try step("https://a.example/x"))
        #expect(cookies.text(for: try step("https://a.example/x")) == "a=2")
    }
}
