import Context
import Newsletter
import Testing

@testable import Check

@Suite struct UnreachableServerTests {
    @Test func finds() throws {
        #expect(
            try Checking().summaries(UnreachableServer.self, .failure(.unreachable("connection reset"))) == [
                "the server can't be reached (connection reset)"
            ])
    }

    @Test func keepsOthers() throws {
        #expect(try Checking().summaries(UnreachableServer.self, .page()).isEmpty)
        #expect(try Checking().summaries(UnreachableServer.self, .failure(.unknownHost)).isEmpty)
    }
}
