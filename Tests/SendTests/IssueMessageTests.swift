import Context
import Foundation
import Newsletter
import Signing
import Testing

@testable import Send

@Suite struct IssueMessageTests {
    private let place = IssueMessage.place(ofTokenWith: 20)

    private func message(html: String? = nil, subject: String = "Weekly 12") -> IssueMessage {
        IssueMessage(
            IssueMessage.Content(
                from: Mailbox(name: "Weekly", address: "weekly@example.org"), replyTo: nil, subject: subject,
                html: Array((html ?? "<a href=\"https://example.org/u/\(place)\">x</a>").utf8),
                text: Array("u/\(place)\n".utf8),
                list: MailingList(
                    name: "Weekly", identifier: "weekly.example.org", archive: "https://example.org/archive/",
                    unsubscribe: "https://example.org/u/", domain: "example.org"),
                date: "Sat, 28 Nov 2026 03:00:00 +0000"),
            tokenLength: 20, signers: [], cryptography: .live)
    }

    @Test func hasTheFieldsOfAList() throws {
        let recipient = MailRecipient(
            address: "ann@example.org", token: "abcdefghijklmnopqrst", messageID: "1@example.org")
        let text = String(decoding: try message().bytes(for: recipient, at: 0), as: UTF8.self)
        let header = try #require(text.split(separator: "\r\n\r\n", maxSplits: 1).first)
        #expect(
            header == """
                From: Weekly <weekly@example.org>\r
                Subject: Weekly 12\r
                Date: Sat, 28 Nov 2026 03:00:00 +0000\r
                To: ann@example.org\r
                Message-ID: <1@example.org>\r
                List-Unsubscribe: <https://example.org/u/abcdefghijklmnopqrst>,\r
                 <mailto:unsubscribe+abcdefghijklmnopqrst@example.org?subject=unsubscribe>\r
                List-Unsubscribe-Post: List-Unsubscribe=One-Click\r
                List-Id: Weekly <weekly.example.org>\r
                List-Archive: <https://example.org/archive/>\r
                List-Post: NO\r
                MIME-Version: 1.0\r
                Content-Type: multipart/alternative; boundary="\(boundary(of: text))"
                """)
        #expect(text.hasSuffix("--\(boundary(of: text))--\r\n"))
    }

    @Test func putsEachRecipientsTokenIntoBothParts() throws {
        let message = message()
        for token in ["abcdefghijklmnopqrst", "ABCDEFGHIJKLMNOPQRST"] {
            let recipient = MailRecipient(address: "a@example.org", token: token, messageID: "1@example.org")
            let text = String(decoding: try message.bytes(for: recipient, at: 0), as: UTF8.self)
            // Twice in the header, once in each part.
            #expect(text.components(separatedBy: token).count == 5)
            #expect(!text.contains("SENNIGHT-TOKEN"))
        }
    }

    @Test func dependsOnItsContentAlone() throws {
        let recipient = MailRecipient(
            address: "a@example.org", token: "abcdefghijklmnopqrst", messageID: "1@example.org")
        #expect(try message().bytes(for: recipient, at: 0) == message().bytes(for: recipient, at: 0))
        #expect(try message().bytes(for: recipient, at: 0) != message(html: "other").bytes(for: recipient, at: 0))
    }

    private func boundary(of text: String) -> Substring {
        text.components(separatedBy: "boundary=\"").dropFirst().first?.prefix { $0 != "\"" } ?? ""
    }
}

@Suite struct ShorteningTests {
    @Test(arguments: [(1, 0), (10, 1), (35, 3), (76, 7), (102, 9), (103, 10), (1000, 10)])
    func keepsWhatFits(limit: Int, expected: Int) {
        // 80 bytes and more take a soft line break of three bytes.
        let kept = Shortening.parts(of: 10, limit: limit) { [UInt8](repeating: 0x61, count: $0 * 10) }
        #expect(kept == expected)
    }

    @Test func countsTheEncodedForm() {
        // Each byte takes three, and a soft line break follows every 25 of them.
        #expect(Shortening.parts(of: 10, limit: 300) { [UInt8](repeating: 0xFF, count: $0 * 20) } == 4)
    }
}

@Suite struct ListHostTests {
    @Test(arguments: [
        (ListHost.mailchimp, "*|UNSUB|* &#42;&#124;FNAME|* {{x}}"),
        (ListHost.buttondown, "{{ unsubscribe_url }} *|FNAME|* &#123;&#123;x}}"),
        (ListHost.listmonk, "{{ UnsubscribeURL }} *|FNAME|* &#123;&#123;x}}"),
    ])
    func escapesTheHostsTags(host: ListHost, expected: String) {
        let html = Array("PLACE *|FNAME|* {{x}}".utf8)
        let written = String(decoding: host.html(html, place: "PLACE"), as: UTF8.self)
        #expect(written == expected)
    }

    @Test func escapesTagsInText() {
        let text = Array("PLACE {{x}} {% y %}".utf8)
        #expect(
            String(decoding: ListHost.listmonk.text(text, place: "PLACE"), as: UTF8.self)
                == "{{ UnsubscribeURL }} {{ \"{{\" }}x}} {% y %}")
        #expect(
            String(decoding: ListHost.buttondown.text(text, place: "PLACE"), as: UTF8.self)
                == "{{ unsubscribe_url }} {{ \"{{\" }}x}} {{ \"{%\" }} y %}")
    }
}
