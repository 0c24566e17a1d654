import Newsroom

extension ReportForm {
    /// Bounces that are no reports.
    static let texts = [
        ReportForm(
            "qmail", .suppressed,
            text(
                """
                Hi. This is the qmail-send program at mx.example.org.
                I'm afraid I wasn't able to deliver your message to the following addresses.
                This is a permanent error; I've given up. Sorry it didn't work out.

                <reader1@example.org>:
                Sorry, no mailbox here by that name. (#5.1.1)

                --- Below this line is a copy of the message.

                Return-Path: <b+{B}@lists.example>
                Received: (qmail 123 invoked by uid 0); 30 Jun 2026 02:03:04 -0000
                Subject: 550 5.7.1 is in the subject
                """, to: "root@lists.example")),
        ReportForm(
            "qmail, a full mailbox", .counted,
            text(
                """
                Hi. This is the qmail-send program at mx.example.org.

                <reader1@example.org>:
                The user is over the limit. (#5.2.2)

                --- Below this line is a copy of the message.

                Return-Path: <b+{B}@lists.example>
                """)),
        ReportForm(
            "old Exim", .suppressed,
            text(
                """
                This message was created automatically by mail delivery software.

                A message that you sent could not be delivered to one or more of its recipients.

                  reader1@example.org
                    SMTP error from remote mail server after RCPT TO:<reader1@example.org>:
                    host mx.example.org [192.0.2.5]: 550 5.1.1 unknown user

                ------ This is a copy of the message, including all the headers. ------

                Return-path: <b+{B}@lists.example>
                """)),
        ReportForm(
            "old Exim, without a code", .unclear,
            text(
                """
                This message was created automatically by mail delivery software (version 5.1.1).

                  reader1@example.org
                    all relevant MX records point to non-existent hosts, such as 5.1.1.1
                """)),
        ReportForm(
            "Exim, a warning", .unclear,
            text("Message 1wXyZ has not been delivered: 550 5.1.1").replacing(
                "Subject: failure", with: "Subject: Warning: message 1wXyZ delayed 24 hours")),
        ReportForm(
            "Exchange 2003", .suppressed,
            text(
                """
                Your message did not reach some or all of the intended recipients.

                      reader1@example.org on 30.06.2026 02:03
                            The e-mail account does not exist at the organization this message was sent to.
                            <mx.example.org #5.1.1 smtp;550 5.1.1 User unknown>
                """)),
        ReportForm(
            "Exchange, HTML", .policy,
            text(
                """
                <html><body><p>Your message wasn't delivered.</p>
                <p>Diagnostic information for administrators:</p>
                <p>#550 5.7.1 RESOLVER.RST.AuthRequired; authentication required ##</p></body></html>
                """
            ).replacing("text/plain", with: "text/html")),
        ReportForm(
            "two codes", .policy,
            text("550 5.1.1 unknown user\n550 5.7.1 refused")),
        ReportForm(
            "a code that is temporary", .unclear, text("The server said: 452 4.2.2 mailbox full")),
    ]

    private static func text(_ body: String, to recipient: String = "b+{B}@lists.example") -> String {
        """
        From: MAILER-DAEMON@mx.example.org
        To: \(recipient)
        Subject: failure notice
        Content-Type: text/plain; charset=us-ascii

        \(body)

        """
    }

    static let complaints = [
        ReportForm("abuse", .complained, complaint("abuse")),
        ReportForm(
            "abuse, without the envelope", .complained,
            complaint("abuse").replacing("b+{B}@", with: "redacted@").replacing("{M}", with: "redacted")),
        ReportForm(
            "abuse, with nothing but the message's name", .complained,
            complaint("abuse").replacing("b+{B}@", with: "redacted@").replacing("{U}", with: "redacted")),
        ReportForm(
            "abuse, with the envelope in the report", .complained,
            complaint("abuse", "Original-Mail-From: <b+{B}@lists.example>\n")
                .replacing("Return-Path: <b+{B}@lists.example>\n", with: "").replacing("{M}", with: "x")
                .replacing("{U}", with: "x")),
        ReportForm("opt-out", .complained, complaint("Opt-Out (as asked)")),
        ReportForm("not spam", .informational, complaint("not-spam")),
        ReportForm("failed authentication", .informational, complaint("auth-failure")),
        ReportForm(
            "abuse, with nothing", .unattributed,
            complaint("abuse").replacing("b+{B}@", with: "redacted@").replacing("{U}", with: "x").replacing(
                "{M}", with: "x")),
    ]

    private static func complaint(_ type: String, _ fields: String = "") -> String {
        """
        From: <feedback@example.net>
        To: abuse@lists.example
        Subject: FW: Weekly 1
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary=b2

        --b2
        Content-Type: text/plain

        This is a complaint.
        --b2
        Content-Type: message/feedback-report

        Feedback-Type: \(type)
        User-Agent: Feedback/1.0
        Version: 1
        \(fields)
        --b2
        Content-Type: message/rfc822

        \(returned)
        --b2--
        """
    }

    static let responses = [
        ReportForm(
            "an absence note", .automatic,
            "From: reader1@example.org\nTo: b+{B}@lists.example\nAuto-Submitted: auto-replied\nSubject: away\n\n550 5.1.1\n"
        ),
        ReportForm(
            "Outlook's absence note", .automatic,
            "From: reader1@example.org\nTo: b+{B}@lists.example\nSubject: Automatic reply: Weekly 1\n\nAway.\n"),
        ReportForm(
            "a receipt", .automatic,
            """
            From: reader1@example.org
            To: b+{B}@lists.example
            Subject: Read: Weekly 1
            Content-Type: multipart/report; report-type=disposition-notification; boundary=b

            --b
            Content-Type: message/disposition-notification

            Disposition: manual-action/MDN-sent-manually; displayed
            --b--
            """),
        ReportForm(
            "a reader's mail", .other,
            "From: reader1@example.org\nTo: b+{B}@lists.example\nSubject: Hello\n\n550 5.1.1 is a code.\n"),
        ReportForm(
            "a request to unsubscribe", .unsubscribed,
            "From: reader1@example.org\nTo: unsubscribe+{U}@lists.example\nSubject: unsubscribe\n\n"),
        ReportForm("zeros", .other, "\0\0\0\n\n\0"),
    ]
}
