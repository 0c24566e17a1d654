import Testing

@testable import Address

@Suite struct WebAddressTests {
    @Test(
        "Gives an address back in one plain spelling",
        arguments: [
            ("https://Example.ORG", "https://example.org/"),
            ("HTTP://example.org:80/a", "http://example.org/a"),
            ("https://example.org:443/a?b#c", "https://example.org/a?b#c"),
            ("https://example.org:8443", "https://example.org:8443/"),
            ("https://example.org.:/", "https://example.org/"),
            ("  https://example.org/\n", "https://example.org/"),
            ("https://example.org?q=1", "https://example.org/?q=1"),
            ("https://example.org#top", "https://example.org/#top"),
            ("https://example.org/a/./b/../c/%2e%2E/d/..", "https://example.org/a/"),
            ("https://example.org/../../a", "https://example.org/a"),
            ("https://example.org/a b?c d", "https://example.org/a%20b?c%20d"),
            ("https://example.org/ü?ö#ä", "https://example.org/%C3%BC?%C3%B6#%C3%A4"),
            ("https://example.org/100%/%41%4g", "https://example.org/100%25/%41%254g"),
            ("https://example.org/[a]|\\\"<>", "https://example.org/%5Ba%5D%7C%5C%22%3C%3E"),
            ("https://example.org/a@b:c", "https://example.org/a@b:c"),
            ("https://8.8.8.8/", "https://8.8.8.8/"),
            ("https://[2606:4700:0:0:0:0:0:1111]:8443/", "https://[2606:4700::1111]:8443/"),
            ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
            ("https://BÜCHER.example/", "https://xn--bcher-kva.example/"),
            ("https://straße.example/", "https://xn--strae-oqa.example/"),
            ("https://例え.テスト/", "https://xn--r8jz45g.xn--zckzah/"),
            ("https://xn--r8jz45g.xn--zckzah/", "https://xn--r8jz45g.xn--zckzah/"),
            ("https://my_host.example/", "https://my_host.example/"),
        ])
    func givesOnePlainSpelling(text: String, plain: String) throws {
        #expect(try WebAddress(text).description == plain)
    }

    @Test(
        "Takes nothing else for an address",
        arguments: [
            "", "example.org", "//example.org", "/a", "http:", "http:/", "http://", "http:///a", "http:example.org",
            "https://exa mple.org/", "https://example.org\\@other.example/", "https://\\example.org/",
            "https://example.org:65536/", "https://example.org:0/", "https://example.org:-1/",
            "https://example.org:8a/",
            "https://a..example/", "https://.example/", "https://./", "https://exa\u{0}mple.org/",
            "https://exa\tmple.org/", "https://exam!ple.org/", "https://a,b.example/",
            "https://\(String(repeating: "a", count: 64)).example/",
            "https://\(String(repeating: "abcdefgh.", count: 40))example/", "1http://example.org/",
            "ht tp://a.example/",
        ])
    func takesNothingElse(text: String) {
        #expect(throws: WebAddress.Fault.notAnAddress) { try WebAddress(text) }
    }

    @Test(
        "Refuses what programs read in different ways, and what isn't allowed for web requests",
        arguments: [
            ("ftp://example.org/", "only http and https are requested"),
            ("file:///etc/passwd", "only http and https are requested"),
            ("javascript:alert(1)", "only http and https are requested"),
            ("http://good.example@evil.example/", "the address contains a user name or a password"),
            ("http://user:word@good.example/", "the address contains a user name or a password"),
            ("http://0127.0.0.1/", "its host name is spelt in an unusual way"),
            ("http://8.8.8/", "its host name is spelt in an unusual way"),
            ("http://134744072/", "its host name is spelt in an unusual way"),
            ("http://0x8080808/", "its host name is spelt in an unusual way"),
            ("http://8.8.8.8./", "its host name is spelt in an unusual way"),
            ("http://example.123/", "its host name is spelt in an unusual way"),
            ("http://%65xample.org/", "its host name is spelt in an unusual way"),
            ("http://[::1%25lo]/", "its host name is spelt in an unusual way"),
            ("http://[::1/", "its host name is spelt in an unusual way"),
            ("http://[127.0.0.1]:80a/", "its host name is spelt in an unusual way"),
            ("http://ｅxample.org/", "its host name is spelt in an unusual way"),
            ("http://exam\u{AD}ple.org/", "its host name is spelt in an unusual way"),
            ("http://example。org/", "its host name is spelt in an unusual way"),
            ("http://localhost/", "its host name belongs to the local network"),
            ("http://a.LOCALHOST./", "its host name belongs to the local network"),
            ("http://printer.local/", "its host name belongs to the local network"),
            ("http://metadata.google.internal/", "its host name belongs to the local network"),
            ("http://router/", "its host name belongs to the local network"),
            ("http://example.org:25/", "port 25 isn't allowed for web requests"),
            ("http://example.org:6667/", "port 6667 isn't allowed for web requests"),
        ])
    func refusesOddOnes(text: String, why: String) {
        let expected: WebAddress.Fault = text.contains("80a") ? .notAnAddress : .refused(why)
        #expect(throws: expected) { try WebAddress(text) }
    }

    @Test(
        "Finds what a reference on a page means (RFC 3986, section 5.4)",
        arguments: [
            ("g", "http://a.example/b/c/g"), ("./g", "http://a.example/b/c/g"), ("g/", "http://a.example/b/c/g/"),
            ("/g", "http://a.example/g"), ("//g.example", "http://g.example/"), ("?y", "http://a.example/b/c/d;p?y"),
            ("g?y", "http://a.example/b/c/g?y"), ("#s", "http://a.example/b/c/d;p?q#s"),
            ("g#s", "http://a.example/b/c/g#s"), (";x", "http://a.example/b/c/;x"), ("", "http://a.example/b/c/d;p?q"),
            (".", "http://a.example/b/c/"), ("..", "http://a.example/b/"), ("../g", "http://a.example/b/g"),
            ("../../../g", "http://a.example/g"), ("g;x=1/../y", "http://a.example/b/c/y"),
            ("g?y/../x", "http://a.example/b/c/g?y/../x"), ("https://h.example/", "https://h.example/"),
            ("/\\evil.example", "http://a.example/%5Cevil.example"), ("/ü x", "http://a.example/%C3%BC%20x"),
        ])
    func findsWhatAReferenceMeans(reference: String, whole: String) throws {
        #expect(try WebAddress("http://a.example/b/c/d;p?q").resolving(reference).description == whole)
    }

    @Test("Refuses bad references", arguments: ["//127.1/", "//a@b.example/", "http://127.1/", "data:,x", "//"])
    func refusesBadReferences(reference: String) throws {
        let page = try WebAddress("http://a.example/")
        #expect(throws: WebAddress.Fault.self) { try page.resolving(reference) }
    }

    @Test(
        "Takes secrets out of what is said",
        arguments: [
            ("https://user:word@example.org/a", "https://example.org/a"),
            ("https://word@example.org?a=1", "https://example.org?a=1"),
            ("https://a@b@example.org/", "https://example.org/"),
            ("https:user:word@example.org/", "https:example.org/"),
            ("https://example.org/?a=1&access_token=abc&b=2", "https://example.org/?a=1&access_token=…&b=2"),
            ("https://example.org/?KEY=abc#id_token=x", "https://example.org/?KEY=…#id_token=…"),
            ("https://example.org/?X-Amz-Signature=abc;sig=1", "https://example.org/?X-Amz-Signature=…;sig=…"),
            ("https://example.org/@user?q=token", "https://example.org/@user?q=token"),
            ("mailto:me@example.org", "mailto:me@example.org"),
        ])
    func takesSecretsOut(text: String, safe: String) {
        #expect(SafeAddress.redacted(text) == safe)
        #expect(SafeAddress.hasSecrets(text) == (text != safe))
    }

    @Test func survivesAnything() throws {
        var random = SystemRandomNumberGenerator()
        let pieces = [
            "http", "https", ":", "//", "/", "\\", "@", "[", "]", "::", "%", "%2e", "..", "?", "#", "127.0.0.1", "0x7f",
            "a", "é", "\u{301}", "\r\n", "\u{0}", "１", "👩‍👩‍👧", " ", "65536", "ß",
        ]
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0..<9, using: &random)).map { _ in pieces.randomElement(using: &random) ?? ""
            }
            .joined()
            for text in [text, "http://" + text, "http://a.example/" + text] {
                guard let address = try? WebAddress(text) else { continue }
                #expect(address.description.utf8.allSatisfy { 0x21...0x7E ~= $0 })
                // What it says is what it means.
                #expect(try WebAddress(address.description) == address)
            }
        }
    }
}
