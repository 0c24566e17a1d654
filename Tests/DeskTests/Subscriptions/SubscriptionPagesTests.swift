import HTTPTypes
import Hummingbird
import Testing

@testable import Desk

@Suite struct SubscriptionPagesTests {
    @Test(arguments: ["en", "de"]) func showsTheForm(language: String) async throws {
        let fixture = try await SubscriptionFixture(language: language)
        let page = await fixture.request(.get, "/subscribe")
        #expect(page.status == .ok)
        #expect(page.text.contains("<html lang=\"\(language)\">"))
        #expect(page.text.contains("<form method=\"post\" action=\"/subscribe\">"))
        #expect(page.text.contains("name=\"address\" type=\"email\""))
        #expect(page.text.contains("Weekly &amp; &lt;Co&gt;"))
        #expect(!page.text.contains("<script") && !page.text.contains("{title}"))
    }

    @Test func protectsEveryResponse() async throws {
        let fixture = try await SubscriptionFixture()
        let requests: [(HTTPRequest.Method, String, HTTPResponse.Status)] = [
            (.get, "/subscribe", .ok), (.head, "/subscribe", .ok), (.get, "/", .notFound),
            (.get, "/confirm/x", .notFound), (.post, "/subscribe", .badRequest),
            (.post, "/unsubscribe/x", .badRequest), (.post, "/confirm/x", .notFound),
            (.get, "/unsubscribe/", .notFound), (.get, "/subscribe/", .notFound), (.get, "/unsubscribe/x/y", .notFound),
            (.put, "/subscribe", .methodNotAllowed), (.delete, "/unsubscribe/x", .methodNotAllowed),
            (.options, "/confirm/x", .methodNotAllowed), (.get, "/../subscribe", .notFound),
        ]
        for (method, path, status) in requests {
            let page = await fixture.request(method, path)
            #expect(page.status == status, "\(method) \(path)")
            let response = page.response(isHead: method == .head)
            #expect(response.headers[.cacheControl] == "no-store")
            #expect(response.headers[.xContentTypeOptions] == "nosniff")
            #expect(response.headers[try #require(HTTPField.Name("Referrer-Policy"))] == "no-referrer")
            #expect(response.headers[try #require(HTTPField.Name("X-Robots-Tag"))] == "noindex")
            let policy = try #require(response.headers[.contentSecurityPolicy])
            #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-") && policy.contains("form-action 'self'"))
            #expect((response.headers[.allow] == "GET, HEAD, POST") == (status == .methodNotAllowed))
            #expect(response.headers[.contentLength] == "\(page.html.readableBytes)")
            #expect(response.body.contentLength == (method == .head ? 0 : page.html.readableBytes))
        }
    }

    @Test func servesBelowThePathOfItsURL() async throws {
        let fixture = try await SubscriptionFixture(server: "https://example.org/list/")
        #expect(await fixture.request(.get, "/list/subscribe").text.contains("action=\"/list/subscribe\""))
        #expect(await fixture.request(.get, "/subscribe").status == .notFound)
    }
}
