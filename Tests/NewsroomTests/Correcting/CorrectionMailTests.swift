import Context
import Newsletter
import Send
import Signing
import TestKit
import Testing

@testable import Newsroom

@Suite struct CorrectionMailTests {
    private func weekly(_ corrections: String) -> MemoryWeekly {
        var weekly = MemoryWeekly(settings: WeeklyFolder.settings + "mail: { from: weekly@example.org }\n")
        weekly.secrets = Secrets.none
        weekly.write(
            "content/7.md", "Title: Weekly 7\nNumber: 7\nDate: 2999-03-10\n\n## News\n\n* [New](https://n.example/)\n")
        weekly.write("corrections/6.jsonl", corrections)
        return weekly
    }

    private func mail(of issue: String, _ weekly: MemoryWeekly) async throws -> (html: String, text: String) {
        let mail = try await IssueMail(
            of: issue, weekly.location, context: weekly.context, cryptography: .live, tokens: .preview)
        return (String(decoding: mail.html, as: UTF8.self), String(decoding: mail.text, as: UTF8.self))
    }

    @Test func listsTheCorrectionsOfTheLastIssue() async throws {
        let weekly = weekly(
            #"{"at":"2999-03-04T09:00:00Z","reason":"<Ann> & \"Bob\" were mixed up.","v":1}"# + "\n"
                + #"{"at":"2999-03-05T09:00:00Z","reason":"A typo.","silent":true,"v":1}"# + "\n")
        let mail = try await mail(of: "7", weekly)
        #expect(
            mail.html.contains(
                "</ul>\n<h2>Corrections to Weekly 6</h2>\n<ul>\n<li>4 March 2999: &lt;Ann&gt; &amp; &quot;Bob&quot; were mixed up.</li>\n</ul>\n"
                    + "<p><a href=\"https://weekly.example/blog/2999/03/03/weekly-6/#Corrections\">Read on the web</a></p>\n"
            ))
        #expect(
            mail.text.contains(
                """
                [1] https://n.example/


                Corrections to Weekly 6
                =======================

                * 4 March 2999: <Ann> & "Bob" were mixed up.

                Read on the web
                <https://weekly.example/blog/2999/03/03/weekly-6/#Corrections>
                """))
        #expect(!mail.html.contains("typo") && !mail.text.contains("typo"))
        #expect(try await !self.mail(of: "6", weekly).html.contains("Corrections"))
    }

    @Test(arguments: ["", #"{"at":"2999-03-05T09:00:00Z","reason":"A typo.","silent":true,"v":1}"# + "\n"])
    func saysNothingWithoutAnnouncedCorrections(corrections: String) async throws {
        let mail = try await mail(of: "7", weekly(corrections))
        #expect(
            mail.html.contains("n.example") && !mail.html.contains("Corrections") && !mail.text.contains("Corrections"))
    }

    @Test func keepsThemInAShortenedMail() async throws {
        let weekly = weekly(#"{"at":"2999-03-04T09:00:00Z","reason":"Names were mixed up.","v":1}"# + "\n")
        let section = (0..<100).map { "* [\(String(repeating: "Ü", count: 100))](https://a.example/\($0))\n" }.joined()
        weekly.write(
            "content/7.md", "Title: Weekly 7\nNumber: 7\nDate: 2999-03-10\n\n## One\n\n\(section)\n## Two\n\n\(section)"
        )
        let mail = try await mail(of: "7", weekly)
        #expect(!mail.html.contains("Two") && mail.html.contains("Names were mixed up."))
        #expect(mail.text.contains("Names were mixed up."))
        #expect(QuotedPrintable.encoded(Array(mail.html.utf8)).count <= Shortening.limit)
    }
}
