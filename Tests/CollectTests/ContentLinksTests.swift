import Testing

@testable import Collect

@Suite struct ContentLinksTests {
    @Test func takesThePersonsOwnLinks() {
        let content = """
            <aside class="quote no-group"><blockquote><a href="https://q/">quoted</a></blockquote></aside>
            <p><a class="mention" href="/u/ann">@ann</a> <a href="/t/x/1">a  <b>thread</b></a> <a href="https://a/">https://a/</a>
            <a href="mailto:x@y">m</a> <a name="z">z</a> <a href="https://a/">again</a></p>
            """
        let links = ContentLinks.links(in: content, at: "https://f/t/2")
        #expect(
            links == [
                .init(url: "https://f/t/x/1", text: "a thread"), .init(url: "https://a/", text: "https://a/"),
            ])
        #expect(links.map(\.showsItsAddress) == [false, true])
        #expect(ContentLinks.Link(url: "https://a.example/x?utm=1", text: "a.example/x").showsItsAddress)
        #expect(ContentLinks.Link(url: "https://a.example/long", text: "a.example/lo…").showsItsAddress)
        #expect(ContentLinks.links(in: "", at: "https://f/") == [])
    }

    @Test(arguments: [
        ("short", 10, "short"), ("one two three", 9, "one two…"), ("abcdefghij", 5, "abcd…"), ("äöü", 3, "äöü"),
    ])
    func abridgesBetweenWords(text: String, most: Int, abridged: String) {
        #expect(text.abridged(to: most) == abridged)
    }
}
