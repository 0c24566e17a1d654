import Context
import Newsletter
import Testing

@testable import Check

@Suite struct LargePageTests {
    @Test func finds() throws {
        #expect(
            try Checking().summaries(LargePage.self, .failure(.tooLarge(limit: 1 << 20))) == [
                "the page is larger than 1 MB"
            ])
    }

    @Test func keepsOthers() throws {
        #expect(try Checking().summaries(LargePage.self, .page()).isEmpty)
        #expect(try Checking().summaries(LargePage.self, .failure(.unknownHost)).isEmpty)
    }
}
