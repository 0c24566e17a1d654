import Context
import Testing

@Suite struct HTTPErrorTests {
    @Test(arguments: [
        ("https://user:word@example.org/a", "https://example.org/a"),
        ("https://example.org/?a=1&access_token=abc&b=2", "https://example.org/?a=1&access_token=…&b=2"),
    ])
    func leavesSecretsOfTheAddressOut(url: String, shown: String) {
        #expect(HTTPError(url: url, reason: .unknownHost).description == "\(shown): no such host")
    }
}
