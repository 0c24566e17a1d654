import Newsletter
import Testing

@Suite struct LinkEntriesTests {
    @Test(arguments: [
        ("* [Title](u) by someone ([more](v))", "link: Title <u>"),
        ("* [video] [ES] [Title](u)", "link: Title <u> [video] [ES]"),
        ("* \\[video\\] [Title](u)", "link: Title <u> [video]"), ("* [**Ti** `tle`](u)", "link: Ti tle <u>"),
        ("* [Title][ref]\n\n[ref]: u", "link: Title <u>"), ("* [ref]\n\n[ref]: u", "link: ref <u>"),
        ("* <https://x.org>", "link: https://x.org <https://x.org>"),
        ("* <a href=\"u\">Title</a>", "link: Title <u>"), ("1. [Title](u)", "link: Title <u>"),
        ("+ [Title](u \"hover\")", "link: Title <u>"),
        ("* Words first, [then](u) a link", "link: then <u>"), ("[Title](u).", "link: Title <u>"),
        ("[audio] [Title](u)", "link: Title <u> [audio]"),
        ("* [Titel über\n  zwei Zeilen](u)", "link: Titel über zwei Zeilen <u>"), ("* [](u)", "link:  <u>"),
        ("* [Title](<u v>)", "link: Title <u v>"),
    ])
    func readsTheItem(item: String, entry: String) throws {
        #expect(try entries(.links, item).map(\.line) == [entry])
    }

    @Test(arguments: [
        "* *No calls for testing were issued this week by [Rust](u).*", "* no link at all",
        "Words with [a link](u) in them", "> [quoted](u)",
    ])
    func takesTheEditorsOwnVoiceForProse(text: String) throws {
        #expect(try entries(.links, text).map(\.content) == [.prose])
    }

    @Test func readsNestedItemsWhereTheOuterOneIsATitle() throws {
        let found = try entries(.links, "* Series\n  * [One](u1)\n  * [Two](u2)\n* [Three](u3)\n  * [Part](u4)")
        #expect(found.map(\.line) == ["prose: Series", "link: One <u1>", "link: Two <u2>", "link: Three <u3>"])
        #expect(found.map(\.urls) == [[], ["u1"], ["u2"], ["u3", "u4"]])
    }

    @Test func losesNoLinkOfAnUnclosedAnchor() throws {
        let found = try entries(.links, "* [a](u1) <a href=\"u2\">b <a href=u3>c")
        #expect(found.map(\.urls) == [["u1", "u2", "u3"]])
    }

    @Test func countsNoLinkThatIsNone() throws {
        let found = try entries(.links, "* `[a](u)` \\[b](u) <!-- [c](u) --> [d](u1) ![e](u)")
        #expect(found.map(\.urls) == [["u1"]])
    }
}
