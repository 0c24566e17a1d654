import Address
import TestKit
import Testing

@testable import Context

@Suite struct RedactorTests {
    /// With characters that every encoding treats differently.
    private static let secret = #"p/w+d&"0%41~<x>\é"#

    private func redactor(_ secrets: String...) -> Redactor {
        let redactor = Redactor()
        for secret in secrets { redactor.add(secret) }
        return redactor
    }

    @Test(
        "Finds a secret in every encoding",
        arguments: [
            #"p/w+d&"0%41~<x>\é"#, "p%2Fw%2Bd%26%220%2541~%3Cx%3E%5C%C3%A9", "p%2fw%2bd%26%220%2541~%3cx%3e%5c%c3%a9",
            "p%252Fw%252Bd%2526%25220%252541~%253Cx%253E%255C%25C3%25A9", #"p/w+d&\"0%41~<x>\\é"#,
            #"p\/w+d&\"0%41~<x>\\é"#, #"p/w+d\u0026\u00220%41~\u003cx\u003E\\é"#,
            "p/w+d&amp;&quot;0%41~&lt;x&gt;\\é", "p&#47;w&#x2B;d&#38;&#34;0%41~&#x3c;x>\\é", #"P/W+D&"0%41~<X>\é"#,
        ])
    func findsEncodings(text: String) {
        let redactor = redactor(Self.secret)
        #expect(redactor.redacted("a \(text) b \(text)") == "a [secret] b [secret]")
        #expect(redactor.finds(in: text))
    }

    @Test("Finds Base64 of a secret, wherever it begins", arguments: ["", "a", "ab", "name:", "longer-name:"])
    func findsBase64(prefix: String) {
        let secret = "correct horse?>battery"
        let text = Base64URL.text(Array((prefix + secret + "!").utf8))
        let standard = text.replacing("-", with: "+").replacing("_", with: "/")
        for encoded in [text, standard, standard + "="] {
            let redacted = redactor(secret).redacted("x \(encoded) y")
            #expect(redacted.contains("[secret]"))
            // The letters at both ends also hold bits of the neighbours.
            #expect(redacted.utf8.count < 4 + 8 + 4 + Base64URL.text(Array(prefix.utf8)).utf8.count + 6, "\(redacted)")
        }
    }

    @Test func findsTheLinesOfAKey() {
        let lines = ["MIIEvQIBADANBgkqhkiG9w0BAQEFAASC", "BKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj", "short"]
        let key = (["-----BEGIN PRIVATE KEY-----"] + lines + ["-----END PRIVATE KEY-----"])
        for written in [key.joined(separator: "\n"), key.joined(separator: "\r\n"), key.joined(separator: "\\n")] {
            let redactor = redactor(written)
            #expect(redactor.redacted("at \(lines[1]):") == "at [secret]:")
            #expect(redactor.redacted("-----BEGIN PRIVATE KEY----- short") == "-----BEGIN PRIVATE KEY----- short")
        }
    }

    @Test func findsThePartsOfAWebToken() {
        let (header, payload, signature) = (
            "eyJhbGciOiJSUzI1NiJ9", "eyJzdWIiOiIxMjM0NTY3ODkwIn0", "c2lnbmF0dXJlLW9mLWl0"
        )
        let redactor = redactor("\(header).\(payload).\(signature)")
        #expect(redactor.redacted("\(header).\(payload).\(signature)") == "[secret]")
        #expect(redactor.redacted("\(payload)! \(signature)!") == "[secret]! [secret]!")
        #expect(!redactor.finds(in: header))
    }

    @Test(
        "Finds a secret among half-finished encodings",
        arguments: ["&", "%", "\\", "&#", "&#x", "%25", "\\u00", "&amp"])
    func findsAmongHalfFinishedEncodings(noise: String) {
        let noise = String(repeating: noise, count: 50)
        let redactor = redactor("zyxwvu", "&zyxwvu", "%41zyxw", "uvwxyz")
        #expect(redactor.redacted(noise) == noise)
        #expect(redactor.redacted(noise + "=uvwxyz=" + noise) == noise + "=[secret]=" + noise)
    }

    @Test func prefersTheLongerSecret() {
        let redactor = redactor("abcdef", "abcdef-123456")
        #expect(redactor.redacted("abcdef-123456 abcdef-12") == "[secret] [secret]-12")
    }

    @Test(
        "Leaves other text alone",
        arguments: ["", "abcde", "abcdeg", "abc def", "%61bcde", "&#97", "\\u00", "%", "&amp;"])
    func leavesOtherText(text: String) {
        let redactor = redactor("abcdef", "short", "")
        #expect(redactor.redacted(text) == text)
        #expect(redactor.redacted(Array(text.utf8)) == Array(text.utf8))
        #expect(!redactor.finds(in: text))
    }

    @Test func keepsBytesThatAreNoText() {
        let bytes: [UInt8] = [0xFF, 0xFE, 0] + Array("abcdef".utf8) + [0xC3]
        #expect(redactor("abcdef").redacted(bytes) == [0xFF, 0xFE, 0] + Array("[secret]".utf8) + [0xC3])
        #expect(Redactor().redacted(bytes) == bytes)
    }

    @Test func masksAWholeAnswer() {
        let answer = HTTPResponse(
            status: 200, headers: ["Link": "<https://a.example/abcdef>"], body: Array("abcdef".utf8),
            url: "https://a.example/?x=abcdef", hops: [.init(status: 302, url: "https://a.example/abcde%66")])
        #expect(
            redactor("abcdef").redacted(answer)
                == HTTPResponse(
                    status: 200, headers: ["Link": "<https://a.example/[secret]>"], body: Array("[secret]".utf8),
                    url: "https://a.example/?x=[secret]", hops: [.init(status: 302, url: "https://a.example/[secret]")])
        )
    }
}

@Suite struct URLSecretsTests {
    @Test(
        "Knows where an address has secrets",
        arguments: [
            ("https://a.example/?api_key=0123456789&b=2", ["0123456789"]),
            ("https://a.example/?key=word&access_token=abcdefghijklmnop", ["key=word", "abcdefghijklmnop"]),
            ("https://a.example/#token=1234567%2B", ["1234567%2B", "1234567+"]),
            ("https://user:pass%20word@a.example/", ["pass%20word", "pass word"]),
            ("https://token@a.example/", ["token"]),
            ("https://a.example/ical/me%40x/private-0123456789abcdef/basic.ics", ["private-0123456789abcdef"]),
            ("https://a.example/hooks/a1b2c3d4e5f6/x", ["a1b2c3d4e5f6"]), ("https://a.example/hooks/overview", []),
            ("https://a.example/u/8f14e45fceea167a5a36dedd4bea2543.ics", []),
            ("https://a.example/8f14e45fceea167a5a36dedd4bea2543/feed", []), ("https://a.example/?q=token", []),
            ("token=abcdefghijklmnop", []), ("", []),
        ] as [(String, [String])])
    func findsSecrets(text: String, secrets: [String]) {
        #expect(Set(URLSecrets.secrets(in: text)) == Set(secrets))
    }

    @Test func knowsThePathOfACalendar() {
        let text = "https://a.example/8f14e45fceea167a5a36dedd4bea2543/rust-user-group-munich-2026/c.ics"
        #expect(
            Set(URLSecrets.secrets(in: text, isCalendar: true)) == [
                "8f14e45fceea167a5a36dedd4bea2543", "rust-user-group-munich-2026",
            ])
    }

    @Test(arguments: [
        ("https://a.example/private-0123456789abcdef/basic.ics?a=1", "https://a.example/…/basic.ics?a=1"),
        ("https://a.example/hooks/a1b2c3d4e5f6", "https://a.example/hooks/…"),
        ("https://a.example/token/economics", "https://a.example/token/economics"),
        ("https://a.example/private-beta/x", "https://a.example/private-beta/x"),
    ])
    func hidesSecretPaths(text: String, safe: String) {
        #expect(SafeAddress.redacted(text) == safe)
    }
}
