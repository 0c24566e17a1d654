import Newsroom

extension ReportForm {
    /// Reports as RFC 3464 describes them.
    static let standard = [
        ReportForm(
            "Postfix, unknown user", .suppressed,
            report(
                """
                Final-Recipient: rfc822; reader1@example.org
                Original-Recipient: rfc822;reader1@example.org
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: x-unix; user unknown
                """)),
        ReportForm(
            "Postfix, full mailbox at another server", .counted,
            report(
                """
                Final-Recipient: rfc822; reader1@example.org
                Action: failed
                Status: 5.2.2
                Remote-MTA: dns; mx.example.org
                Diagnostic-Code: smtp; 552 5.2.2 The mailbox is over its quota
                """)),
        ReportForm(
            "Postfix, given up after days", .counted,
            report(
                """
                Final-Recipient: rfc822; reader1@example.org
                Action: failed
                Status: 4.4.1
                Diagnostic-Code: X-Postfix; connect to mx.example.org[192.0.2.1]:25: Connection timed out
                """)),
        ReportForm(
            "Postfix, domain not found", .counted,
            report(
                """
                Final-Recipient: rfc822; reader1@example.org
                Action: failed
                Status: 5.4.4
                Diagnostic-Code: X-Postfix; Host or domain name not found
                """)),
        ReportForm(
            "Postfix, delayed", .informational,
            report(
                """
                Final-Recipient: rfc822; reader1@example.org
                Action: delayed
                Status: 4.4.1
                Will-Retry-Until: Wed, 1 Jul 2026 12:00:00 +0000
                """)),
        ReportForm(
            "a policy against the sender", .policy,
            report(
                """
                Final-Recipient: rfc822; reader1@example.org
                Action: failed
                Status: 5.7.1
                Diagnostic-Code: smtp; 550 5.7.1 [192.0.2.1] Our system has detected that this message is likely unsolicited
                """)),
        ReportForm(
            "a policy under a temporary code, given up", .policy,
            report(
                """
                Final-Recipient: rfc822; reader1@example.org
                Action: failed
                Status: 4.7.28
                Diagnostic-Code: smtp; 421 4.7.28 Unusual rate of mail from your network
                """)),
        ReportForm(
            "no mail exchanger (RFC 7505)", .suppressed,
            report("Final-Recipient: rfc822; reader1@example.org\nAction: failed\nStatus: 5.1.10")),
        ReportForm(
            "a disabled account", .suppressed,
            report("Final-Recipient: rfc822; reader1@example.org\nAction: failed\nStatus: 5.7.13")),
        ReportForm(
            "too large", .content,
            report(
                """
                Final-Recipient: rfc822; reader1@example.org
                Action: failed
                Status: 5.3.4
                Diagnostic-Code: smtp; 552 5.3.4 Message size exceeds fixed limit
                """)),
        ReportForm(
            "delivered", .informational,
            report("Final-Recipient: rfc822; reader1@example.org\nAction: delivered\nStatus: 2.0.0")),
        ReportForm(
            "relayed", .informational,
            report("Final-Recipient: rfc822; reader1@example.org\nAction: relayed\nStatus: 2.1.9")),
        ReportForm(
            "a list behind the address, of which one address is gone", .informational,
            report(
                """
                Final-Recipient: rfc822; one@example.org
                Action: failed
                Status: 5.1.1

                Final-Recipient: rfc822; two@example.org
                Action: delivered
                Status: 2.0.0
                """)),
        ReportForm(
            "two addresses, gone and full", .counted,
            report(
                """
                Final-Recipient: rfc822; one@example.org
                Action: failed
                Status: 5.1.1

                Final-Recipient: rfc822; two@example.org
                Action: failed
                Status: 5.2.2
                """)),
        ReportForm(
            "Gmail", .suppressed,
            report(
                """
                Final-Recipient: rfc822; reader1@gmail.example
                Action: failed
                Status: 5.1.1
                Remote-MTA: dns; gmail-smtp-in.l.example. (192.0.2.7, the server for the domain gmail.example.)
                Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try
                 550-5.1.1 double-checking the recipient's email address for typos or
                 550 5.1.1 unnecessary spaces. For more information, go to example - gsmtp
                Last-Attempt-Date: Tue, 30 Jun 2026 02:03:04 -0700 (PDT)
                """)),
        ReportForm(
            "Exchange Online", .suppressed,
            report(
                """
                Final-Recipient: rfc822;reader1@example.org
                Action: failed
                Status: 5.1.10
                Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient reader1@example.org not found by SMTP address lookup
                """)),
        ReportForm(
            "Exchange, restricted recipient", .policy,
            report(
                """
                Final-Recipient: rfc822;reader1@example.org
                Action: failed
                Status: 5.7.133
                Diagnostic-Code: smtp;550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required
                """)),
        ReportForm(
            "Zimbra", .counted,
            report(
                """
                Final-Recipient: rfc822; reader1@example.org
                Original-Recipient: rfc822;reader1@example.org
                Action: failed
                Status: 4.2.2
                Remote-MTA: dns; mailbox.example.org
                Diagnostic-Code: smtp; 452 4.2.2 Over quota
                """)),
    ]
}
