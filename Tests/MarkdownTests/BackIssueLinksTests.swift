import Markdown
import Newsletter
import TestKit
import Testing

/// Over the sample issues, and over every back issue where the data is.
@Suite struct BackIssueLinksTests {
    @Test(arguments: TestIssue.all)
    func reachesEveryLink(of tested: TestIssue) throws {
        let wanted = IndependentLinks.counted(in: try tested.bytes())
        #expect(!wanted.isEmpty)
        #expect(LinkCount.difference(of: try tested.read(), from: wanted) == nil)
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
