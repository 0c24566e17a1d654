import Context
import Newsletter
import Testing

@testable import Check

@Suite struct BrokenServerTests {
    @Test func finds() throws {
        #expect(try Checking().summaries(BrokenServer.self, .status(502)) == ["the server failed (502)"])
    }

    @Test func keepsOthers() throws {
        #expect(try Checking().summaries(BrokenServer.self, .page()).isEmpty)
        #expect(try Checking().summaries(BrokenServer.self, .status(404)).isEmpty)
    }
}
