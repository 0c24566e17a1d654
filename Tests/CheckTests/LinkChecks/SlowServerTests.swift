import Context
import Newsletter
import Testing

@testable import Check

@Suite struct SlowServerTests {
    @Test func finds() throws {
        #expect(
            try Checking().summaries(SlowServer.self, .failure(.timedOut(seconds: 10))) == [
                "the server didn't answer within 10 seconds"
            ])
    }

    @Test func keepsOthers() throws {
        #expect(try Checking().summaries(SlowServer.self, .page()).isEmpty)
        #expect(try Checking().summaries(SlowServer.self, .failure(.unknownHost)).isEmpty)
    }
}
