import Testing

import Text

@Suite struct SlugTests {
    @Test(
        "Makes names into parts of addresses",
        arguments: [
            ("This Week in Rust 660", "this-week-in-rust-660"), ("  C++ & Rust!  ", "c-rust"),
            ("Äpfel für Größen", "aepfel-fuer-groessen"),
            ("Zoë's café", "zoes-cafe"), ("a -- b_c", "a-b_c"), ("日本", "日本"), ("第12期：红茶", "第12期-红茶"),
            ("Новости недели", "новости-недели"), ("!!", "untitled"),
            ("", "untitled"), ("0.7", "07"),
        ])
    func makesNamesIntoParts(name: String, slug: String) {
        #expect(Slug.of(name) == slug)
    }

    @Test func usesAnotherTextForANameWithoutLettersAndDigits() {
        #expect(Slug.of("!!!", or: "issue-7") == "issue-7")
        #expect(Slug.of("Ä", or: "issue-7") == "ae")
    }
}
