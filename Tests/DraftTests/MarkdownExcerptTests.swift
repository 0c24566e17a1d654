import Foundation
import TestKit
import Testing

@testable import Draft

@Suite struct MarkdownExcerptTests {
    @Test(
        arguments: [
            "A [link](https://a.example/x_(y)) and `Vec<T>`, *very* **good**; see <https://a.example/>.",
            "- one\n- two\n  1. three\n\n> said\n\n***",
            "| a <br /> b | `c` |\n|:---|---:|\n| 1 | [0.2%, 3.0%] |",
            "```rust\n<T>\n# no heading\n```\nafter", "~~~\n<b>\n~~~", "Text with ####, and a - dash\n\n---\n\nmore",
            "[README](README.md), [#1](#one), [x](/y?z=1)", "R&D, &amp; 3 < 4 is \\< and \\\\",
            "a\n\n    indented code",
            "~~gone~~ ~x~", "``a ` b``", "",
        ].map { ($0.replacing("3 < 4", with: "3 > 4")) })
    func keepsMarkdown(text: String) {
        #expect(MarkdownExcerpt.escaped(text) == text)
    }

    @Test(arguments: [
        ("<script>alert(1)</script>", #"\<script>alert(1)\</script>"#),
        ("a <img src=x onerror=alert(1)>", #"a \<img src=x onerror=alert(1)>"#),
        (#"\<b> \\<b>"#, #"\<b> \\\<b>"#), ("<!-- open", #"\<!-- open"#), ("<?php", #"\<?php"#),
        ("<![CDATA[x", #"\<\![CDATA[x"#), ("<br>\n<script>", "\\<br>\n\\<script>"), ("- <br>", #"- \<br>"#),
        ("<br onclick=x>", #"\<br onclick=x>"#), ("a <BR/> b", "a <BR/> b"),
        ("<javascript:alert(1)>", #"\<javascript:alert(1)>"#), ("<https://a.example/\"x>", "\\<https://a.example/\"x>"),
        ("[x](javascript:alert(1))", #"[x\](javascript:alert(1))"#),
        ("[x]( javascript:alert(1))", #"[x\]( javascript:alert(1))"#),
        ("[x](\njavascript:alert(1))", "[x\\](\njavascript:alert(1))"),
        ("[x](<javascript:alert(1)>)", #"[x\](\<javascript:alert(1)>)"#),
        ("[x](java&#115;cript:alert(1))", #"[x\](java&#115;cript:alert(1))"#),
        ("[x](java\\script:alert(1))", #"[x\](java\script:alert(1))"#),
        ("[x](data:text/html,y)", #"[x\](data:text/html,y)"#), ("[x]({filename}y)", #"[x\]({filename}y)"#),
        ("![x](https://a.example/x.png)", #"\![x](https://a.example/x.png)"#),
        (
            "# one\n  ## two\n- ### three\n> # four\n1. # five",
            "\\# one\n  \\## two\n- \\### three\n> \\# four\n1. \\# five"
        ),
        ("one\n===\ntwo\n---", "one\n\\===\ntwo\n\\---"), ("- one\n  ---", "- one\n  \\---"),
        ("```\nopen <b>", "\\`\\`\\`\nopen \\<b>"), ("~~~ open", #"\~~~ open"#),
        ("- ```\n<b>\n  ```", "- \\`\\`\\`\n\\<b>\n  \\`\\`\\`"),
        ("  ```\n<b>\n  ```", "  \\`\\`\\`\n\\<b>\n  \\`\\`\\`"), ("```\n~~~\n```", "\\`\\`\\`\n\\~~~\n\\`\\`\\`"),
        ("an odd ` one", #"an odd \` one"#), ("`a\nb`", "\\`a\nb\\`"), ("| `a | <b> ` |", #"| \`a | \<b> \` |"#),
        ("[a]: javascript:alert(1)", #"[a\]: javascript:alert(1)"#),
        ("[a\nb]: https://x.example", "[a\nb\\]: https://x.example"),
        ("- [a]: https://x.example", #"- [a\]: https://x.example"#), ("[^1]: note", #"[^1\]: note"#),
        (">>>>>>> theirs", #"\>>>>>>> theirs"#),
        ("<<<<<<< ours", #"\<<<<<<< ours"#.replacing("<<<<<<<", with: #"<\<\<\<\<\<\<"#)),
        ("> > > > > > > > deep", #"> > > > > > \> > deep"#), ("bell\u{7}\u{1B}[1m", "bell[1m"),
    ])
    func disarmsMarkup(text: String, escaped: String) {
        #expect(MarkdownExcerpt.escaped(text) == escaped)
    }

    @Test func writesDefinitionsAsLinks() {
        let text = """
            The [sort
            Algorithms] and [MIR][m], [m][], not `[m]` or [other].

            [sort algorithms]: https://a.example/1
            [m]: https://a.example/2
            [other]: javascript:alert(1)
            """
        #expect(
            MarkdownExcerpt.escaped(text) == """
                The [sort Algorithms](https://a.example/1) and [MIR](https://a.example/2), [m](https://a.example/2), not `[m]` or [other].

                [other\\]: javascript:alert(1)
                """)
    }

    @Test func escapesOnlyOnce() {
        let text = "<b> ` # [x](javascript:y)\n# h\n```\nopen"
        let once = MarkdownExcerpt.escaped(text)
        #expect(MarkdownExcerpt.escaped(once) == once)
    }

    /// Real reports come through as they are, but for definitions, which become links.
    @Test(.enabled(if: TestData.isPresent, Comment(rawValue: TestData.hint))) func keepsRealReports() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: TestData.path("triage")).filter {
            $0.hasSuffix(".md")
        }
        var changed: [String] = []
        for name in names.sorted() {
            let text = try String(contentsOfFile: TestData.path("triage/" + name), encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().prefix {
                !$0.hasPrefix("####") && $0 != "Regressions"
            }
            let excerpt = lines.joined(separator: "\n")
            if MarkdownExcerpt.escaped(excerpt) != excerpt { changed.append(name) }
        }
        #expect(changed == ["2024-06-23.md"])
        #expect(names.count > 60)
    }
}
