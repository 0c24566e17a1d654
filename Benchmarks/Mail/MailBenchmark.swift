internal import Build
internal import Context
internal import Foundation
internal import Live
internal import Newsletter
internal import Send
internal import Settings
internal import Signing
internal import Text

/// Measures how long the mail of issues takes, with both signatures: the first message of an issue, from its file, and
/// each further one.
///
/// Prints a line of JSON for each issue: its file, the microseconds of the first message, the microseconds of each of
/// RECIPIENTS further ones on average, and the bytes of a message.
///
/// Usage: MailBenchmark ROOT SETTINGS ISSUES RECIPIENTS
@main
struct MailBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 5, let issues = Int(arguments[3]), let recipients = Int(arguments[4]) else {
            FileHandle.standardError.write(Data("usage: MailBenchmark ROOT SETTINGS ISSUES RECIPIENTS\n".utf8))
            exit(64)
        }
        let location = PublicationLocation(root: arguments[1], settings: arguments[2])
        let site = try await Builder(
            context: .live, location: location, publisher: .none(PublishingPlace(folder: "", jobs: 1)), jobs: 2,
            program: Fingerprint(.number(0))
        ).site()
        let signers = try SigningKey.Algorithm.allCases.map { algorithm in
            let key = try Cryptography.live.signingKey(Cryptography.live.newKey(algorithm))
            return DKIMSigner(
                domain: "example.org", selector: algorithm.rawValue, key: key, cryptography: .live)
        }
        for summary in site.issues.summaries.suffix(issues) {
            var bytes = 0
            let start = ContinuousClock.now
            let message = message(try site.mail(of: summary), site, signers)
            bytes += try message.bytes(for: recipient(0), at: 0).count
            let first = ContinuousClock.now
            for number in 1...recipients { bytes += try message.bytes(for: recipient(number), at: 0).count }
            let end = ContinuousClock.now
            let line = JSONText.object([
                ("issue", .text(summary.file)),
                ("first", .number(Int((first - start) / .microseconds(1)))),
                ("further", .number(Int((end - first) / .microseconds(1)) / recipients)),
                ("bytes", .number(bytes / (recipients + 1))),
            ])
            print(String(decoding: line.bytes, as: UTF8.self))
        }
    }

    private static func message(_ content: MailContent, _ site: Site, _ signers: [DKIMSigner]) -> IssueMessage {
        let renderer = MailRenderer(content, on: site)
        let link = "https://example.org/unsubscribe/" + IssueMessage.place(ofTokenWith: 40)
        let parts = Shortening.parts(of: renderer.partCount) { renderer.html(parts: $0, unsubscribe: link) }
        return IssueMessage(
            IssueMessage.Content(
                from: Mailbox(name: "Weekly", address: "weekly@example.org"), replyTo: nil,
                subject: renderer.mailSubject, html: renderer.html(parts: parts, unsubscribe: link),
                text: renderer.text(parts: parts, unsubscribe: link),
                list: MailingList(
                    name: "Weekly", identifier: "weekly.example.org", archive: "https://example.org/archive/",
                    unsubscribe: "https://example.org/unsubscribe/", domain: "example.org"),
                date: "Sat, 28 Nov 2026 03:00:00 +0000"),
            tokenLength: 40, signers: signers, cryptography: .live)
    }

    private static func recipient(_ number: Int) -> MailRecipient {
        let digits = String(number)
        return MailRecipient(
            address: "reader\(number)@example.org", token: String(repeating: "A", count: 40 - digits.count) + digits,
            messageID: "\(number)@example.org")
    }
}
