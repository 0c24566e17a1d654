import Foundation
import Newsletter
import TestKit
import Testing

@testable import Build

@Suite struct DraftPageTests {
    private func note(_ line: Int, _ summary: String) -> DraftNote {
        DraftNote(
            severity: .warning, location: SourceLocation(line: line, column: 3), check: "bare-url", summary: summary,
            explanation: "", quoted: "", related: [], fixes: [])
    }

    /// A site with one issue.
    private func site(_ settings: String = "title: W\nurl: https://example.org/\n") async throws -> Site {
        try await MemoryPublication([
            "sennight.yaml": settings, "content/a.md": "Title: Before\nDate: 2026-02-25\n\nText\n",
        ]).build().site
    }

    /// The body of a draft's page, with each note as `(line)`.
    private func body(
        of text: String, _ notes: [DraftNote], settings: String = "title: W\nurl: https://example.org/\n"
    ) async throws -> String {
        let site = try await site(settings)
        let page = String(
            decoding: try DraftPage(
                DraftLink(file: "draft/a.md", in: "draft"), bytes: Array(text.utf8), notes: notes, others: []
            ).html(on: site), as: UTF8.self)
        let start = try #require(page.firstRange(of: "</details>\n</div>\n")).upperBound
        let end = try #require(page.firstRange(of: "</div>\n<footer>")).lowerBound
        return String(page[start..<end]).replacing(/<div class="sennight-note[^>]*line (\d+)">\n(.*\n)*?<\/div>\n/) {
            "(\($0.output.1))"
        }.replacing(/<a class="here"[^>]*><\/a>/, with: "")
    }

    @Test func putsNotesAfterTheBlockThatTheyAreAbout() async throws {
        let text = """
            Title: A
            Date: 2026-03-04

            First
            paragraph

            ## News

            * one
              two
                * three
            * four

            > said

            ```
            code
            ```

            | a |
            | - |
            | b |
            """
        let lines = [1, 4, 5, 7, 9, 10, 11, 12, 14, 17, 20, 22]
        #expect(
            try await body(of: text, lines.map { note($0, "x") }) == """
                (1)<p>First
                paragraph</p>
                (4)(5)<h2 id="news">News</h2>
                (7)<ul>
                <li>one
                two(9)(10)
                <ul>
                <li>three(11)</li>
                </ul>
                </li>
                <li>four(12)</li>
                </ul>
                <blockquote>
                <p>said</p>
                (14)</blockquote>
                <pre><code>code
                </code></pre>
                (17)<table>
                <thead>
                <tr>
                <th>a</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td>b</td>
                </tr>
                </tbody>
                </table>
                (20)(22)

                """)
    }

    @Test func putsNotesAboutWhatIsNotShownAfterTheBlockAbove() async throws {
        let text = "Title: A\nDate: 2026-03-04\n\nText\n\n[unused]: https://example.org/\n"
        #expect(try await body(of: text, [note(2, "x"), note(6, "y")]) == "(2)<p>Text</p>\n(6)\n")
    }

    @Test func fitsLinksToTheSitesPath() async throws {
        let text = "Title: A\nDate: 2026-03-04\n\n[a](/b/) ![c](/images/c.png)\n\nText\n"
        let body = try await body(
            of: text, [note(4, "x"), note(6, "y")], settings: "title: W\nurl: https://example.org/letter/\n")
        #expect(
            body
                == "<p><a href=\"/letter/b/\">a</a> <img src=\"/letter/images/c.png\" alt=\"c\"></p>\n(4)<p>Text</p>\n(6)\n"
        )
    }

    @Test func escapesWhatComesFromStrangers() async throws {
        let site = try await site()
        let hostile = "\"><script>alert(1)</script>&\u{202E}\u{1}"
        let found = DraftNote(
            severity: .error, location: SourceLocation(line: 4, column: 1), check: hostile, summary: hostile,
            explanation: hostile, quoted: hostile, related: [hostile], fixes: [hostile])
        let link = DraftLink(file: "draft/\(hostile).md", in: "draft")
        let page = try DraftPage(
            link, bytes: Array("Title: A\nDate: 2026-03-04\n\nText\n".utf8), notes: [found], others: [link]
        ).html(on: site)
        let fault = Diagnostic(hostile, remedy: hostile, file: hostile, at: SourceLocation(line: 1, column: 1))
        for page in [page, UnreadableDraftPage([fault], others: [link]).html(on: site)] {
            let text = String(decoding: page, as: UTF8.self)
            #expect(text.contains("&lt;script&gt;alert(1)"))
            #expect(!text.contains("<script>") && !text.contains("\u{202E}") && !text.contains("\u{1}"))
        }
    }

    @Test func linksToFindingsAndOtherDrafts() async throws {
        let site = try await site("title: W\nurl: https://example.org/letter/\n")
        let page = String(
            decoding: try DraftPage(
                DraftLink(file: "draft/a.md", in: "draft"), bytes: Array("Title: A\nDate: 2026-03-04\n\nText\n".utf8),
                notes: [note(4, "a bare URL")], others: [DraftLink(file: "draft/b c.md", in: "draft")]
            ).html(on: site), as: UTF8.self)
        #expect(page.contains("<title>Draft: A</title>") && !page.contains("rel=\"canonical\""))
        #expect(page.contains("<summary>1 warning</summary>"))
        #expect(page.contains("<a href=\"#Note-1\">line 4</a>: a bare URL") && page.contains("id=\"Note-1\""))
        #expect(page.contains("<p>Other draft: <a href=\"/letter/draft/b%20c/\">b c</a></p>"))
        #expect(page.contains("<link rel=\"stylesheet\" href=\"/sennight/draft.css\">\n</head>"))
    }

    @Test func throwsForDraftThatIsNotAnIssue() async throws {
        let site = try await site()
        let page = DraftPage(
            DraftLink(file: "draft/a.md", in: "draft"), bytes: Array("Title: A\nDate: 2026-13-45\n\nText\n".utf8),
            notes: [], others: [])
        #expect(throws: Diagnostics.self) { try page.html(on: site) }
    }
}
