internal import Context
internal import Foundation
internal import Newsletter
internal import SMTP
internal import Send
internal import Signing
internal import Text

/// Measures how fast messages are signed and delivered to a mail server on this machine, without a ledger.
///
/// Prints a line of JSON: the messages, the bytes of a message, and the milliseconds.
///
/// Usage: DeliveryBenchmark PORT MESSAGES CONNECTIONS BYTES
@main
struct DeliveryBenchmark {
    static func main() async throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        guard numbers.count == 4 else {
            FileHandle.standardError.write(Data("usage: DeliveryBenchmark PORT MESSAGES CONNECTIONS BYTES\n".utf8))
            exit(64)
        }
        let (count, connections) = (numbers[1], numbers[2])
        let message = try message(size: numbers[3])
        let bytes = try message.bytes(for: recipient(0), at: 0).count
        let delivery = MailDelivery.smtp(SMTPServer(host: "127.0.0.1", port: numbers[0], security: .none))
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for first in 0..<connections {
                group.addTask {
                    let connection = try await delivery.open()
                    for number in stride(from: first, to: count, by: connections) {
                        let outcome = await connection.deliver(
                            OutgoingMessage(
                                sender: "b+\(number)@example.org", recipient: recipient(number).address,
                                needsSMTPUTF8: false, bytes: try message.bytes(for: recipient(number), at: number)))
                        guard case .accepted = outcome else { throw NotAccepted(description: "\(outcome)") }
                    }
                    await connection.close()
                }
            }
            try await group.waitForAll()
        }
        let line = JSONText.object([
            ("messages", .number(count)), ("bytes", .number(bytes)),
            ("milliseconds", .number(Int((ContinuousClock.now - start) / .milliseconds(1)))),
        ])
        print(String(decoding: line.bytes, as: UTF8.self))
    }

    private struct NotAccepted: Error, CustomStringConvertible {
        let description: String
    }

    private static func message(size: Int) throws -> IssueMessage {
        let signers = try SigningKey.Algorithm.allCases.map { algorithm in
            let key = try Cryptography.live.signingKey(Cryptography.live.newKey(algorithm))
            return DKIMSigner(
                domain: "example.org", selector: algorithm.rawValue, key: key, cryptography: .live)
        }
        let paragraph =
            "<p>Swift <a href=\"https://example.org/\">is a language</a> that many people write mail in.</p>\n"
        let html = String(repeating: paragraph, count: size * 9 / 10 / paragraph.utf8.count)
        return IssueMessage(
            IssueMessage.Content(
                from: Mailbox(name: "Weekly", address: "weekly@example.org"), replyTo: nil, subject: "Weekly 1",
                html: Array(html.utf8), text: Array(String(repeating: "Some text.\n", count: size / 10 / 11).utf8),
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
