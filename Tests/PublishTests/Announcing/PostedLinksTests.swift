import Testing

@testable import Publish

@Suite struct PostedLinksTests {
    private let url = "https://weekly.example/7/?a=1&b=2"

    @Test(arguments: [
        #"<a href="https://weekly.example/7/?a=1&amp;b=2"><span>weekly.example/</span><span>…</span></a>"#,
        #"<p>New! <A class="x" HREF='http://www.weekly.example/7?b=2&amp;a=1#top'>weekly</A></p>"#,
        #"<a href="https://weekly.example/7/?a=1&b=2&utm_source=mastodon">it</a>"#,
    ])
    func findsTheAddressInALink(html: String) {
        #expect(PostedLinks.links(html, to: url))
    }

    @Test(arguments: [
        #"<a href="https://weekly.example/7/?a=1">https://weekly.example/7/?a=1&amp;b=2</a>"#,
        #"<p>https://weekly.example/7/?a=1&amp;b=2</p>"#, #"<a href="https://weekly.example/77/?a=1&amp;b=2">7</a>"#,
        #"<img src="https://weekly.example/7/?a=1&amp;b=2">"#, #"<a name="x">x</a>"#, "", "<a href=",
        #"<a href="https://social.example/r?to=https://weekly.example/7/?a=1&amp;b=2">7</a>"#,
    ])
    func findsNoOtherAddress(html: String) {
        #expect(!PostedLinks.links(html, to: url))
    }

    @Test func findsTheAddressInAText() {
        #expect(PostedLinks.contains("Out now: http://weekly.example/7?b=2&a=1.", url))
        #expect(!PostedLinks.contains("Out now: http://weekly.example/7?b=2", url))
    }
}
