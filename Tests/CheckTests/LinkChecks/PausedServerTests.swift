import Context
import Newsletter
import Testing

@testable import Check

@Suite struct PausedServerTests {
    @Test func findsWhatTheServerAsksFor() throws {
        var answer = LinkAnswer.failure(.rateLimited(until: nil))
        answer.pause = "120"
        let found = try Checking().findings(PausedServer.self, answer, to: Checking.plain)
        #expect(found.map(\.finding.summary) == ["the server asks for a pause of 120 seconds"])
        #expect(found.map(\.finding.severity) == [.hint])
        #expect(try Checking().summaries(PausedServer.self, .status(429)).count == 1)
    }

    @Test func keepsOthers() throws {
        #expect(try Checking().summaries(PausedServer.self, .page()).isEmpty)
        #expect(try Checking().summaries(PausedServer.self, .status(503)).isEmpty)
    }
}
