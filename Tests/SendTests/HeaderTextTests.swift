import Newsletter
import Send
import TestKit
import Testing

@Suite struct HeaderTextTests {
    @Test(arguments: [
        ("Weekly 12", "Weekly 12"),
        ("two  spaces", "two spaces"),
        ("Grüße", "=?utf-8?q?Gr=C3=BC=C3=9Fe?="),
        ("=?utf-8?q?x?=", "=?utf-8?q?=3D=3Futf=2D8=3Fq=3Fx=3F=3D?="),
        ("a\r\nBcc: b@example.org", "a Bcc: b@example.org"),
        ("a\u{0}b\u{2028}c\u{85}d", "a b c d"),
    ])
    func writesText(text: String, expected: String) {
        #expect(HeaderText.unstructured(text) == expected)
    }

    @Test(arguments: [
        (Mailbox(name: nil, address: "a@example.org"), "<a@example.org>"),
        (Mailbox(name: "Ann Weekly", address: "a@example.org"), "Ann Weekly <a@example.org>"),
        (Mailbox(name: "Weekly, the", address: "a@example.org"), #""Weekly, the" <a@example.org>"#),
        (Mailbox(name: #"A "B" \C"#, address: "a@example.org"), #""A \"B\" \\C" <a@example.org>"#),
        (Mailbox(name: "Zoë", address: "a@example.org"), "=?utf-8?q?Zo=C3=AB?= <a@example.org>"),
        (Mailbox(name: "x", address: "a@example.org>\r\nBcc: <b@example.org"), "x <a@example.orgBcc:b@example.org>"),
    ])
    func writesMailboxes(mailbox: Mailbox, expected: String) {
        #expect(HeaderText.mailbox(mailbox) == expected)
    }

    @Test func foldsAtSpaces() {
        let field = HeaderText.field("Subject", String(repeating: "word ", count: 40))
        let lines = field.split(separator: "\r\n")
        #expect(lines.count > 2)
        #expect(lines.allSatisfy { $0.utf8.count <= 78 })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" word") })
    }

    @Test func splitsLongWordsIntoEncodedOnes() {
        let text = HeaderText.unstructured(String(repeating: "ü", count: 100))
        #expect(text.split(separator: " ").allSatisfy { $0.utf8.count <= 75 })
        #expect(text.split(separator: " ").allSatisfy { $0.hasPrefix("=?utf-8?q?=C3=BC") && $0.hasSuffix("=C3=BC?=") })
    }

    /// Whatever is in a field, it can't begin another one.
    @Test func letsNothingOutOfAField() {
        var generator = SeededGenerator(seed: 4)
        let pieces = [
            "\r", "\n", "\0", "\r\n", "Bcc: x@example.org", " ", "\t", "\"", "\\", "<", ">", ",", "ü", "\u{2028}",
            "\u{85}", "=?", "a",
            "日本", "\u{B}", "\u{C}", "😀", "e\u{301}",
        ]
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            let bodies = [
                HeaderText.unstructured(text), HeaderText.mailbox(Mailbox(name: text, address: "a@example.org")),
                HeaderText.mailbox(Mailbox(name: "a", address: text)), HeaderText.url("https://example.org/\(text)"),
                HeaderText.phrase(text), HeaderText.address(text),
            ]
            for body in bodies {
                #expect(!body.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
                let field = HeaderText.field("Subject", body)
                #expect(
                    field.split(separator: "\r\n").dropFirst().allSatisfy { $0.hasPrefix(" ") && $0.utf8.count > 1 })
            }
        }
    }
}
