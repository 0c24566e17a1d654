import Testing

@testable import Archive

@Suite struct EntryContextTests {
    @Test(arguments: [
        ("* [Title](https://example.org/a) by Anna", "Title", "by Anna"),
        ("* [`Vec<T>` in depth](https://example.org/a): a *long* story", "Vec<T> in depth", ": a long story"),
        ("> Well begun\n> is half done.", "", "Well begun is half done"),
        ("* <b>Bold</b> https://example.org/x words", "Bold", "words"),
        ("[Only](https://example.org/)", "Only", ""),
        ("* [[video] A talk](https://example.org/)", "A talk", "video"),
        ("* unclosed <https://example.org [a](b", "none", "unclosed a b"),
    ])
    func keepsWordsBesideTheTitle(markdown: String, title: String, context: String) {
        let text = EntryContext.text(of: Array(markdown.utf8)[...], without: title)
        #expect(text.split(separator: " ").joined(separator: " ") == context)
    }
}
