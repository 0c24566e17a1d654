import Context
import Newsletter
import Testing

@testable import Check

@Suite struct UnknownHostTests {
    @Test func finds() throws {
        #expect(try Checking().summaries(UnknownHost.self, .failure(.unknownHost)) == ["the host doesn't exist"])
    }

    @Test func keepsOthers() throws {
        #expect(try Checking().summaries(UnknownHost.self, .page()).isEmpty)
        #expect(try Checking().summaries(UnknownHost.self, .failure(.timedOut(seconds: 10))).isEmpty)
    }
}
