import Markdown
import Newsletter
import TestKit
import Testing

/// No issue, however spoilt, leaves an element open that would swallow the page's footer.
@Suite(.withBackIssues) struct SpoiltPagesTests {
    @Test(arguments: TestData.issues.enumerated().filter { $0.offset % 5 == 0 }.map(\.element))
    func closesEveryElement(of name: String) throws {
        var random = SeededGenerator(seededBy: name)
        let bytes = Mutation.markup.spoil(try TestData.bytes(ofIssue: name), using: &random)
        let body = try BackIssues.reader.get().read(bytes, file: name, parts: .body).body
        let balance = PageBalance(String(decoding: body, as: UTF8.self))
        #expect(balance.unclosed == [] && balance.unopened == [])
    }
}
