import Testing

@testable import Address

@Suite struct TrackingParametersTests {
    @Test(
        "Takes out what only follows readers",
        arguments: [
            ("https://a.org/x?utm_source=r&a=1#p", "https://a.org/x?a=1#p"),
            ("https://a.org/x?utm_source=r", "https://a.org/x"),
            ("https://a.org/x?a=1&&b", "https://a.org/x?a=1&&b"),
            ("https://a.org/#?utm_source=r", "https://a.org/#?utm_source=r"),
            ("https://www.youtube.com/watch?v=1&si=2", "https://www.youtube.com/watch?v=1"),
            ("https://medium.com/p?sk=1&source=2", "https://medium.com/p?sk=1"), ("https://a.org", "https://a.org"),
        ])
    func takesThemOut(url: String, result: String) {
        #expect(TrackingParameters.removed(from: url) == result)
    }
}
