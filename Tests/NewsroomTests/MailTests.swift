import Context
import Foundation
import Newsletter
import Send
import Settings
import Signing
import TestKit
import Testing
import Text

@testable import Newsroom

@Suite struct MailTests {
    private func weekly(_ mail: String = "mail: { from: \"The Weekly <weekly@example.org>\" }\n") -> MemoryWeekly {
        var weekly = MemoryWeekly(settings: WeeklyFolder.settings + mail)
        weekly.secrets = Secrets.none
        return weekly
    }

    private func mail(of issue: String? = nil, _ weekly: MemoryWeekly, tokens: MailTokens = .preview) async throws
        -> IssueMail
    {
        try await IssueMail(of: issue, weekly.location, context: weekly.context, cryptography: .live, tokens: tokens)
    }

    @Test func writesAnIssueAsHTMLAndText() async throws {
        let mail = try await mail(weekly())
        #expect(mail.subject == "Weekly 6")
        let (html, text) = (String(decoding: mail.html, as: UTF8.self), String(decoding: mail.text, as: UTF8.self))
        #expect(html.contains("<h3>Here</h3>\n<ul>\n<li><a href=\"https://old.example/1\">Old</a></li>\n</ul>"))
        #expect(text.contains("Here\n----\n\n* Old [1]\n\n[1] https://old.example/1\n"))
        for part in [html, text] { #expect(part.components(separatedBy: mail.place).count >= 3) }
    }

    @Test func fillsInTheSubject() async throws {
        let weekly = weekly(
            "mail: { from: weekly@example.org, subject: \"{number} of {date}: {title}\" }\n")
        #expect(try await mail(of: "6", weekly).subject == "6 of 3 March 2999: Weekly 6")
    }

    @Test func putsTheRecipientsTokensIn() async throws {
        let tokens = MailTokens(
            length: 40, unsubscribe: { "\($0.prefix(1))" + String(repeating: "-", count: 39) },
            message: { issue, address in "\(issue.count)\(address.prefix(1))" })
        let mail = try await mail(weekly(), tokens: tokens)
        for address in ["a@example.org", "b@example.org"] {
            let message = String(decoding: try mail.message(to: address), as: UTF8.self)
            #expect(message.contains("To: \(address)\r\n"))
            #expect(message.contains("\(address.prefix(1))@example.org>\r\n"))
            #expect(message.contains("/unsubscribe/\(address.prefix(1))---------------------------------------"))
        }
    }

    @Test(arguments: [("9", "issue '9' not found"), ("content/9.md", "issue 'content/9.md' not found")])
    func namesWhatThereIsNot(issue: String, problem: String) async throws {
        let fault = await #expect(throws: Diagnostic.self) { try await mail(of: issue, weekly()) }
        #expect(fault?.summary == problem)
    }

    @Test func needsASender() async throws {
        let fault = await #expect(throws: Diagnostic.self) { try await mail(weekly("")) }
        #expect(fault?.summary == "the settings have no sender for mail")
    }

    @Test func shortensAtASection() async throws {
        let weekly = weekly()
        let section = (0..<100).map { "* [\(String(repeating: "Ü", count: 100))](https://a.example/\($0))\n" }.joined()
        weekly.write(
            "content/7.md",
            "Title: Weekly 7\nNumber: 7\nDate: 2999-03-10\n\n## One\n\n\(section)\n## Two\n\n\(section)\n## Three\n\n* last\n"
        )
        let mail = try await mail(of: "7", weekly)
        #expect((mail.parts, mail.allParts) == (1, 3))
        let (html, text) = (String(decoding: mail.html, as: UTF8.self), String(decoding: mail.text, as: UTF8.self))
        for part in [html, text] {
            #expect(part.contains("This mail ends here; the rest of the issue is on the web."))
            #expect(!part.contains("Two"))
        }
        #expect(QuotedPrintable.encoded(mail.html).count <= Shortening.limit)
        #expect(mail.notices.map(\.text).first?.contains("1 of 3 parts") == true)
    }

    @Test func shortensASectionThatIsTooLong() async throws {
        let weekly = weekly()
        let items = (0..<300).map { "1. \(String(repeating: "Ü", count: 100)) \($0)\n" }.joined()
        weekly.write("content/7.md", "Title: Weekly 7\nNumber: 7\nDate: 2999-03-10\n\n## One\n\n\(items)")
        let mail = try await mail(of: "7", weekly)
        #expect(mail.parts > 100 && mail.parts < 200)
        #expect(QuotedPrintable.encoded(mail.html).count <= Shortening.limit)
        #expect(String(decoding: mail.text, as: UTF8.self).contains("\n100. ÜÜÜ"))
    }

    // MARK: Keys

    @Test func makesKeysOnce() throws {
        let weekly = weekly()
        let keys = NewMailKeys(weekly.location, context: weekly.context, cryptography: .live)
        let made = try keys.make()
        #expect(
            made.files == ["/weekly/.sennight/dkim/sennight-rsa.pem", "/weekly/.sennight/dkim/sennight-ed25519.pem"])
        #expect(
            made.records.map(\.name) == [
                "sennight-rsa._domainkey.example.org", "sennight-ed25519._domainkey.example.org",
            ])
        #expect(weekly.text(".sennight/.gitignore") == "*\n")
        let before = weekly.text(".sennight/dkim/sennight-rsa.pem")
        #expect(throws: Diagnostic.self) { try keys.make() }
        #expect(weekly.text(".sennight/dkim/sennight-rsa.pem") == before)
    }

    @Test func signsWithTheKeysThereAre() async throws {
        let weekly = weekly()
        #expect(try await mail(weekly).notices.map(\.text).contains { $0.contains("isn't signed") })
        _ = try NewMailKeys(weekly.location, context: weekly.context, cryptography: .live).make()
        let mail = try await mail(weekly)
        #expect(mail.notices.isEmpty)
        let message = String(decoding: try mail.message(to: "a@example.org"), as: UTF8.self)
        #expect(message.components(separatedBy: "DKIM-Signature:").count == 3)
    }

    @Test(arguments: [
        (
            "no key",
            "/weekly/.sennight/dkim/sennight-rsa.pem has no usable key: the key isn't a private RSA key in PEM format"
        ),
        ("ed25519", "/weekly/.sennight/dkim/sennight-rsa.pem has a key for ed25519, not for rsa"),
    ])
    func refusesOtherKeys(content: String, problem: String) throws {
        let weekly = weekly()
        let key = content == "ed25519" ? try Cryptography.live.newKey(.ed25519) : content
        weekly.write(".sennight/dkim/sennight-rsa.pem", key)
        let fault = #expect(throws: Diagnostic.self) {
            try MailKeys.reading(
                weekly.location.publication(weekly.context.files).mail, weekly.location, weekly.context, .live)
        }
        #expect(fault?.summary == problem)
    }

    @Test func comparesKeysWithTheDNS() async throws {
        let weekly = weekly()
        let made = try NewMailKeys(weekly.location, context: weekly.context, cryptography: .live).make()
        let published = [made.records[0].name: [made.records[0].text]]
        let dns = DNS { name throws(CommandError) in
            guard let texts = published[name] else { throw CommandError("no server") }
            return texts
        }
        let check = MailKeyCheck(weekly.location, context: weekly.context, dns: dns, cryptography: .live)
        let findings = try await check.findings()
        #expect(findings.map(\.comparison) == [.same, nil])
        #expect(findings[1].text.text == "sennight-ed25519._domainkey.example.org: no server")
    }
}
