import Context
import Newsletter
import Testing

@testable import Check

@Suite struct RefusingServerTests {
    @Test func finds() throws {
        #expect(
            try Checking().summaries(RefusingServer.self, .status(403)) == [
                "the server refuses to show the page (403, forbidden)"
            ])
    }

    @Test func keepsOthers() throws {
        #expect(try Checking().summaries(RefusingServer.self, .page()).isEmpty)
        #expect(try Checking().summaries(RefusingServer.self, .status(404)).isEmpty)
    }
}
