import Testing

@testable import Address

@Suite struct LinkHostTests {
    @Test(arguments: [
        ("https://Example.org/x", "example.org"), ("HTTP://user:pw@example.org:80", "example.org"),
        ("https://[::1]:8080/", "::1"), ("https://example.org?x", "example.org"),
    ])
    func readsTheHost(url: String, host: String) {
        #expect(LinkHost.of(url) == host)
    }

    @Test(arguments: [
        "", "example.org", "javascript:alert(1)", "ftp://example.org", "https://", "https:///x", "https://a b",
        "https://a\nb", "mailto:a@b.example",
    ])
    func refusesWhatLeadsNowhere(url: String) {
        #expect(LinkHost.of(url) == nil)
    }
}
