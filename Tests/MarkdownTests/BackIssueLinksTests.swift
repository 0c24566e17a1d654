import Markdown
import Newsletter
import TestKit
import Testing

@Suite(.withBackIssues) struct BackIssueLinksTests {
    @Test(arguments: TestData.issues)
    func reachesEveryLink(of name: String) throws {
        let wanted = IndependentLinks.counted(in: try TestData.bytes(ofIssue: name))
        #expect(!wanted.isEmpty)
        #expect(LinkCount.difference(of: try BackIssues.read(name).issue, from: wanted) == nil)
    }

    @Test func countsLinksOfAllForms() {
        let text = """
            Title: T

            [one](u1) and ![image](i) in `[no](n)` <https://u2> [two][ref] [two]
            - <b><a class='x' HREF=u4 id=y>four</a></b> <!-- [no](n) <a href="n"> -->

            | [cell](u5) |
            | --- |

            <div>
            <a
              href="u6?a&amp;b">six</a></div>

            [ref]: u3
            [two]: <u7 7>
            """
        let counts = IndependentLinks.counted(in: Array(text.utf8))
        #expect(counts == ["u1": 1, "https://u2": 1, "u3": 1, "u4": 1, "u5": 1, "u6?a&b": 1, "u7 7": 1])
    }
}
