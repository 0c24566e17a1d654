import Testing

/// Addresses of links and images on the page.
@Suite struct AddressTests {
    @Test(arguments: [
        ("<https://example.org/a b>", "https://example.org/a%20b"),
        ("https://example.org/ä?q=ü", "https://example.org/ä?q=ü"),
        ("https://example.org/?a=1&b=2", "https://example.org/?a=1&amp;b=2"),
        ("https://example.org/?a=1&amp;b=2", "https://example.org/?a=1&amp;b=2"),
        ("https://example.org/%7Ea", "https://example.org/%7Ea"), ("a'b\"c", "a&#x27;b%22c"), ("<a<b>", nil),
        ("a\\(b\\)", "a(b)"), ("#frag", "#frag"),
        ("a[b]^`{|}", "a%5Bb%5D%5E%60%7B%7C%7D"), ("<\u{1}https://example.org>", "https://example.org"),
        ("//example.org", "//example.org"),
    ])
    func escapesWhatNoAddressMayHold(written: String, address: String?) {
        #expect(
            html("[x](\(written))")
                == (address.map { "<p><a href=\"\($0)\">x</a></p>\n" } ?? "<p>[x](&lt;a<b>)</b></p>\n"))
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", "<  javascript:alert(1)>", "java&#10;script:alert(1)",
        "&#1;javascript:x", "vbscript:x",
        "data:text/html,x", "file:///etc/passwd", "javascript&colon;x",
        String(repeating: "&#32;", count: 20) + "javascript:alert(1)",
    ])
    func leadsNowhereInsteadOfRunningScripts(written: String) {
        #expect(html("[x](\(written))") == "<p><a href=\"\">x</a></p>\n")
        #expect(html("![x](\(written))") == "<p><img src=\"\" alt=\"x\"></p>\n")
    }

    @Test(arguments: [
        "https://example.org/javascript:x", "mailto:a@example.org", "irc://x/javascript:", "data.html", "file.html",
    ])
    func leavesOtherAddressesAlone(written: String) {
        #expect(html("[x](\(written))") == "<p><a href=\"\(written)\">x</a></p>\n")
    }
}
