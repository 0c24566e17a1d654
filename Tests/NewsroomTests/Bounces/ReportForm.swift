import Newsroom
import Testing

/// One form in which mail comes back, written for the tests after what servers send.
struct ReportForm: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var outcome: BounceOutcome
    /// With `{B}` for the token of the envelope, `{U}` for that of `List-Unsubscribe` and `{M}` for the message's name.
    var text: String

    init(_ name: String, _ outcome: BounceOutcome, _ text: String) {
        testDescription = name
        self.outcome = outcome
        self.text = text
    }

    static let all = standard + unusual + texts + complaints + responses

    /// A report with given fields about the recipient.
    static func report(_ fields: String, text: String = "Not delivered.", returned: String = returned) -> String {
        """
        Return-Path: <>
        Delivered-To: b+{B}@lists.example
        From: Mail Delivery System <MAILER-DAEMON@mx.example.org>
        To: b+{B}@lists.example
        Subject: Undelivered
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

        --b1
        Content-Type: text/plain

        \(text)

        --b1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.org

        \(fields)

        --b1
        Content-Type: message/rfc822

        \(returned)

        --b1--

        """
    }

    /// The beginning of the message that was sent.
    static let returned = """
        Return-Path: <b+{B}@lists.example>
        From: Weekly <news@lists.example>
        To: reader1@example.org
        Subject: Weekly 1
        Message-ID: <{M}>
        List-Unsubscribe: <https://lists.example/u/{U}>, <mailto:unsubscribe+{U}@lists.example?subject=unsubscribe>

        Hello
        """
}
