import Testing

@testable import Draft

@Suite struct MarkdownTextTests {
    @Test(arguments: [
        ("A [draft] of a title", #"A \[draft\] of a title"#),
        ("Vec<T> and `Vec<T>`", #"Vec\<T> and `Vec<T>`"#),
        ("an odd ` backtick", #"an odd \` backtick"#),
        ("`` a ` and ``b``", #"`` a ` and ``b\`\`"#),
        ("2 * 3 * 4", #"2 \* 3 \* 4"#),
        ("no_std and __init__", #"no_std and \_\_init\_\_"#),
        ("a\nb\r\n c\td", "a b c d"),
        ("](javascript:alert(1))", #"\](javascript:alert(1))"#),
        ("R&D, &amp; and &#38;", #"R&D, \&amp; and \&#38;"#),
        ("~~gone~~", #"\~\~gone\~\~"#),
        (#"C:\dir"#, #"C:\\dir"#),
        ("bell\u{7}", "bell"),
    ])
    func escapesATitle(title: String, markdown: String) {
        #expect(MarkdownText.escaped(title) == markdown)
    }

    @Test(arguments: [
        ("# one", ##"\# one"##), ("1. one", #"1\. one"#), ("12) one", #"12\) one"#), ("- one", #"\- one"#),
        ("> one", #"\> one"#), ("1 one", "1 one"), ("2026-03-04", "2026-03-04"), ("", ""),
    ])
    func escapesWhatWouldBeginABlock(line: String, markdown: String) {
        #expect(MarkdownText.escapedLine(line) == markdown)
    }

    @Test(arguments: [
        ("https://a.example/x_(y)", "https://a.example/x_(y)"),
        ("https://a.example/x)", "https://a.example/x%29"),
        ("https://a.example/a(b", "https://a.example/a%28b"),
        ("https://a.example/a%28b", "https://a.example/a%28b"),
        ("https://a.example/a b", "https://a.example/a%20b"),
        ("https://a.example/<b>", "https://a.example/%3Cb%3E"),
        ("https://a.example/?a=1&copy;=2", "https://a.example/?a=1&amp;copy;=2"),
        ("https://a.example/?a=1&copy=2", "https://a.example/?a=1&copy=2"),
        ("https://a.example/\n", "https://a.example/"),
        (#"https://a.example/\"#, "https://a.example/%5C"),
    ])
    func escapesAnAddress(url: String, markdown: String) {
        #expect(MarkdownText.address(url) == markdown)
    }
}
