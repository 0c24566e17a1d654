import Markdown
import Newsletter
import TestKit
import Testing

/// No issue, however spoilt, leaves an element open that would swallow the page's footer.
@Suite struct SpoiltPagesTests {
    @Test(arguments: TestIssue.samples + TestIssue.backIssues.enumerated().filter { $0.offset % 5 == 0 }.map(\.element))
    func closesEveryElement(of tested: TestIssue) throws {
        var random = SeededGenerator(seededBy: tested.name)
        for _ in 0..<tested.rounds {
            let bytes = Mutation.markup.spoil(try tested.bytes(), using: &random)
            let body = try tested.reader().read(bytes, file: tested.name, parts: .body).body
            let balance = PageBalance(String(decoding: body, as: UTF8.self))
            #expect(balance.unclosed == [] && balance.unopened == [])
        }
    }
}
