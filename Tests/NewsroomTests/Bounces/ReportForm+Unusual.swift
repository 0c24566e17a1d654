import Newsroom

extension ReportForm {
    /// Reports with unusual spellings, places and encodings.
    static let unusual = [
        ReportForm(
            "Sendmail, which writes 5.1.1 for everything", .policy,
            report(
                """
                Final-Recipient: RFC822; reader1@example.org
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: SMTP; 550 5.7.1 Access denied
                """)),
        ReportForm(
            "Sendmail, without a code in the reply", .suppressed,
            report(
                """
                Original-Recipient: rfc822;reader1@example.org
                Final-Recipient: RFC822; <reader1@example.org>
                X-Actual-Recipient: RFC822; reader1@mx.example.org
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: SMTP; 550 User unknown
                """)),
        ReportForm(
            "comments, capitals and blanks", .suppressed,
            report(
                """
                FINAL-RECIPIENT : rfc822 (an address) ; reader1@example.org
                ACTION:   Failed (permanent (really))
                STATUS:  5.1.1  (bad destination mailbox address)
                """)),
        ReportForm(
            "folded fields", .suppressed,
            report(
                "Final-Recipient:\n rfc822;\n\treader1@example.org\nAction:\n failed\nStatus:\n\t5.1.1")),
        ReportForm(
            "no code but the reply's", .suppressed,
            report(
                """
                Final-Recipient: rfc822; reader1@example.org
                Action: failure
                Diagnostic-Code: smtp; 550 5.1.1 unknown
                """)),
        ReportForm(
            "a general code, and a clear one in the reply", .suppressed,
            report(
                """
                Final-Recipient: rfc822; reader1@example.org
                Action: failed
                Status: 5.0.0
                Diagnostic-Code: smtp; 550 #5.1.1 RESOLVER.ADR.RecipNotFound; not found
                """)),
        ReportForm(
            "the sender's address refused as 5.1.0", .policy,
            report(
                """
                Final-Recipient: rfc822; reader1@example.org
                Action: failed
                Status: 5.1.0
                Diagnostic-Code: smtp; 550 5.1.0 Sender rejected
                """)),
        ReportForm(
            "no action", .suppressed, report("Final-Recipient: rfc822; reader1@example.org\nStatus: 5.1.1")),
        ReportForm(
            "no group about the message, and no recipient", .suppressed,
            report("\n\nAction: failed\nStatus: 5.1.1").replacing("Reporting-MTA: dns; mx.example.org\n", with: "")),
        ReportForm(
            "lines that aren't fields", .suppressed,
            report("this line is lost\nFinal-Recipient: rfc822; reader1@example.org\nAction: failed\nStatus: 5.1.1")),
        ReportForm(
            "base64", .suppressed,
            report("{fields}").replacing(
                "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n{fields}",
                with: """
                    Content-Type: message/delivery-status
                    Content-Transfer-Encoding: base64

                    UmVwb3J0aW5nLU1UQTogZG5zOyBteC5leGFtcGxlLm9yZwoKRmluYWwtUmVjaXBpZW50OiByZmM4
                    MjI7IHJlYWRlcjFAZXhhbXBsZS5vcmcKQWN0aW9uOiBmYWlsZWQKU3RhdHVzOiA1LjEuMQo=
                    """)),
        ReportForm(
            "quoted-printable", .suppressed,
            report("Final-Recipient: rfc822; reader1=40example.org\nAction: fai=\nled\nStatus=3A 5.1.1").replacing(
                "Content-Type: message/delivery-status\n",
                with: "Content-Type: message/delivery-status\nContent-Transfer-Encoding: Quoted-Printable\n")),
        ReportForm(
            "inside another multipart, with a footer of a gateway", .suppressed,
            report("Final-Recipient: rfc822; reader1@example.org\nAction: failed\nStatus: 5.1.1").replacing(
                "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b1\"\n\n",
                with: """
                    Content-Type: multipart/mixed;
                     (a comment) boundary = "outer \\"1\\""

                    --outer "1"
                    Content-Type: MULTIPART/Report; boundary=b1

                    """) + "--outer \"1\"\n\nScanned.\n--outer \"1\"--\n"),
        ReportForm(
            "a boundary in two pieces", .suppressed,
            report("Final-Recipient: rfc822; reader1@example.org\nAction: failed\nStatus: 5.1.1").replacing(
                "boundary=\"b1\"", with: "boundary*0=b; boundary*1=1")),
        ReportForm(
            "an address in Unicode (RFC 6533)", .suppressed,
            report("Final-Recipient: utf-8; lec\u{74}or\u{E9}@example.org\nAction: failed\nStatus: 5.1.1").replacing(
                "message/delivery-status\n", with: "message/global-delivery-status\n")),
        ReportForm(
            "the token only in the returned message", .suppressed,
            report("Final-Recipient: rfc822; reader1@example.org\nAction: failed\nStatus: 5.1.1")
                .replacing("Delivered-To: b+{B}@lists.example\n", with: "Delivered-To: postmaster@lists.example\n")
                .replacing("To: b+{B}@lists.example\nSubject", with: "To: postmaster@lists.example\nSubject")),
        ReportForm(
            "only the header returned, in capitals, through a forwarder", .suppressed,
            report("Final-Recipient: rfc822; reader1@example.org\nAction: failed\nStatus: 5.1.1")
                .replacing("Delivered-To: b+{B}@lists.example\n", with: "")
                .replacing("To: b+{B}@lists.example\nSubject", with: "To: postmaster@lists.example\nSubject")
                .replacing("message/rfc822", with: "text/rfc822-headers")
                .replacing("<b+{B}@lists.example>", with: "<SRS0=Hq1w=7K=lists.example=b+{B}@forward.example>")),
        ReportForm(
            "bytes of zero and lines that end with CRLF", .suppressed,
            report("Final-Recipient: rfc822; reader1\0@example.org\nAction: failed\nStatus: 5.1.1")
                .replacing("\n", with: "\r\n")),
    ]
}
