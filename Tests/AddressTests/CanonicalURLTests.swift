import Testing

@testable import Address

@Suite struct CanonicalURLTests {
    @Test(
        "Takes addresses of one thing for the same",
        arguments: [
            ("http://example.org", "https://EXAMPLE.org/"),
            ("https://example.org:443/a/", "http://example.org:80/a"),
            ("https://www.example.org//a//b/", "https://example.org/a/b"),
            ("https://m.example.org/a", "https://example.org/a"),
            ("https://example.org/a#top", "https://example.org/a"),
            ("https://example.org/a?utm_source=x&b=2&a=1&fbclid=9", "https://example.org/a?a=1&b=2"),
            ("https://example.org/?ref_src=twsrc", "https://example.org/"),
            ("https://youtu.be/abc?si=1", "https://www.youtube.com/watch?v=abc"),
            ("https://www.youtube.com/watch?v=abc&feature=share", "https://m.youtube.com/watch?v=abc"),
            ("https://www.youtube.com/live/abc", "https://youtu.be/abc"),
            ("https://github.com/o/r/pull/12/files", "https://github.com/o/r/pull/12"),
            ("https://github.com/o/r/pull/12/commits/abcdef", "https://github.com/o/r/pull/12"),
            ("https://github.com/o/r.git", "https://github.com/o/r"),
            ("https://twitter.com/a/status/1?s=20", "https://x.com/a/status/1"),
            ("https://lu.ma/abc", "https://luma.com/abc"),
            ("https://www.meetup.com/de-DE/rust-paris/events/1/", "https://www.meetup.com/rust-paris/events/1"),
            ("https://de.m.wikipedia.org/wiki/Tee", "https://de.wikipedia.org/wiki/Tee"),
            ("https://example.org/%7Euser", "https://example.org/~user"),
            ("https://example.org/a%28b%29", "https://example.org/a(b)"),
            ("https://example.org/%c3%a4", "https://example.org/%C3%A4"),
            (" https://example.org/a\n", "https://example.org/a"),
        ])
    func folds(one: String, other: String) {
        #expect(CanonicalURL(one) == CanonicalURL(other))
    }

    @Test(
        "Keeps different things apart",
        arguments: [
            ("https://example.org/a", "https://example.org/A"),
            ("https://example.org/a#part", "https://example.org/a"),
            ("https://example.org/a?page=1", "https://example.org/a?page=2"),
            ("https://app.example.org/#/a", "https://app.example.org/#/b"),
            ("https://app.example.org/#!a", "https://app.example.org/"),
            ("https://github.com/o/r/pull/12", "https://github.com/o/r/pull/13"),
            ("https://github.com/o/r/issues/12", "https://github.com/o/r/pull/12"),
            ("https://m.example", "https://example"),
            ("mailto:a@example.org", "mailto:b@example.org"),
            ("https://www.meetup.com/rust", "https://www.meetup.com/berlin"),
            ("https://example.org:8080/", "https://example.org/"),
        ])
    func distinguishes(one: String, other: String) {
        #expect(CanonicalURL(one) != CanonicalURL(other))
    }

    @Test(
        "Makes something of anything",
        arguments: [
            ("", ""), ("://", "://"), ("https://", ""), ("https:///a", "/a"), ("%", "%"), ("https://a/%", "a/%"),
            ("https://a?&&=", "a?="), ("A:b:c", "a:b:c"), ("https://@/", ""), ("eurorust", "eurorust"),
        ])
    func takesAnything(text: String, canonical: String) {
        #expect(CanonicalURL(text).description == canonical)
    }
}
