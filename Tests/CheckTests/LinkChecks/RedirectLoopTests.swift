import Context
import Newsletter
import Testing

@testable import Check

@Suite struct RedirectLoopTests {
    @Test func finds() throws {
        #expect(
            try Checking().summaries(RedirectLoop.self, .failure(.tooManyRedirects)) == ["the redirects never end"])
    }

    @Test func keepsOthers() throws {
        #expect(try Checking().summaries(RedirectLoop.self, .page()).isEmpty)
        #expect(try Checking().summaries(RedirectLoop.self, .redirected(302, to: "https://example.org/b")).isEmpty)
    }
}
