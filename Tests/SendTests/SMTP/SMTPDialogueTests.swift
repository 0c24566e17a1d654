import Testing

@testable import Send

/// Each dialogue is played with the server's bytes cut at every place, and one by one.
@Suite struct SMTPDialogueTests {
    private static let opened = """
        S: 220 mail.test ESMTP
        C: EHLO here.test
        S: 250-mail.test
        S: 250-PIPELINING
        S: 250-SIZE 1000
        S: 250-ENHANCEDSTATUSCODES
        S: 250 8BITMIME
        ready
        send
        C: MAIL FROM:<b+1@list.test> SIZE=4
        C: RCPT TO:<ann@reader.test>
        C: DATA

        """
    private static let simple = """
        S: 220 mail.test
        C: EHLO here.test
        S: 250 mail.test
        ready
        send
        C: MAIL FROM:<b+1@list.test>

        """
    private static let sent =
        opened + """
            S: 250 2.1.0 Ok
            S: 250 2.1.5 Ok
            S: 354 End data with <CR><LF>.<CR><LF>
            C: Hi
            C: .

            """
    private static let again = """
        C: RSET
        C: MAIL FROM:<b+1@list.test> SIZE=4
        C: RCPT TO:<ann@reader.test>
        C: DATA
        """

    @Test(arguments: [
        sent + """
            written
            S: 250 2.0.0 Ok: queued as 4DE1F
            accepted: 250|2.0.0|Ok: queued as 4DE1F
            quit
            C: QUIT
            S: 221 Bye
            close
            """,
        simple + """
            S: 250 Ok
            C: RCPT TO:<ann@reader.test>
            S: 251 will forward
            C: DATA
            S: 354 go ahead
            C: Hi
            C: .
            written
            S: 250-2.6.0 first
            S: 250 2.6.0 second
            accepted: 250|2.6.0|first second
            send
            C: MAIL FROM:<b+1@list.test>
            """,
        // A server of before EHLO.
        """
        S: 220 mail.test
        C: EHLO here.test
        S: 502 5.5.1 Error: command not implemented
        C: HELO here.test
        S: 250 mail.test
        ready
        """,
    ]) func delivers(dialogue: String) { expect(dialogue) }

    @Test(arguments: [
        // A refused recipient; the server waits for a message nevertheless.
        opened + """
            S: 250 2.1.0 Ok
            S: 550 5.1.1 <ann@reader.test>: user unknown
            S: 354 End data
            C: .
            S: 554 5.5.1 Error: no valid recipients
            refused: 550|5.1.1|<…>: user unknown
            send
            """ + "\n" + again,
        opened + """
            S: 250 2.1.0 Ok
            S: 450 4.2.1 mailbox busy
            S: 554 5.5.1 no valid recipients
            refused: 450|4.2.1|mailbox busy
            send
            """ + "\n" + again,
        opened + """
            S: 250 2.1.0 Ok
            S: 550 5.1.1 unknown
            S: 354 End data
            C: .
            lost
            refused: 550|5.1.1|unknown
            close
            """,
        opened + """
            S: 553 5.1.8 sender refused
            S: 503 5.5.1 need MAIL
            S: 503 5.5.1 need RCPT
            refused: 553|5.1.8|sender refused
            send
            C: MAIL FROM:<b+1@list.test> SIZE=4
            C: RCPT TO:<ann@reader.test>
            C: DATA
            """,
        opened + """
            S: 250 Ok
            S: 250 Ok
            S: 452 4.3.1 insufficient storage
            refused: 452|4.3.1|insufficient storage
            send
            """ + "\n" + again + "\n" + """
                S: 250 Ok
                S: 250 Ok
                S: 250 Ok
                S: 354 go
                C: Hi
                C: .
                """,
        simple + """
            S: 250 Ok
            C: RCPT TO:<ann@reader.test>
            S: 550 no
            refused: 550|-|no
            send
            C: RSET
            S: 250 Ok
            C: MAIL FROM:<b+1@list.test>
            """,
        sent + """
            written
            S: 554 5.7.1 Message rejected
            refused: 554|5.7.1|Message rejected
            send
            C: MAIL FROM:<b+1@list.test> SIZE=4
            C: RCPT TO:<ann@reader.test>
            C: DATA
            """,
        // An enhanced code of another class isn't one.
        sent + """
            written
            S: 554 2.7.1 5.7.1.2 Rejected
            refused: 554|-|2.7.1 5.7.1.2 Rejected
            """,
    ]) func understandsRefusals(dialogue: String) { expect(dialogue) }

    @Test(arguments: [
        opened + "lost\nnot sent: the connection was lost\nclose",
        opened + "timeout\nnot sent: the mail server didn't respond within 5 minutes\nclose",
        opened + """
            S: 421 4.3.2 shutting down
            not sent: the mail server closes the connection (421|4.3.2|shutting down)
            close
            send
            not sent: the mail server closes the connection (421|4.3.2|shutting down)
            """,
        opened + """
            S: 250 Ok
            S: 250 Ok
            timeout
            not sent: the mail server didn't respond within 2 minutes
            close
            """,
        sent + "lost\nnot sent: the connection was lost\nclose",
        sent + "timeout\nnot sent: the mail server didn't respond within 3 minutes\nclose",
        sent + """
            S: 452 4.3.1 too much
            not sent: the mail server refused the message before its end (452|4.3.1|too much)
            close
            """,
        sent + """
            written
            S: 421 4.3.2 shutting down
            not sent: the mail server closes the connection (421|4.3.2|shutting down)
            close
            """,
        opened + """
            S: 250 Ok
            S: 354 go
            not sent: the mail server sent a reply that doesn't fit the command
            close
            """,
        opened + "S: hello\nnot sent: the server sent a line that isn't a reply\nclose",
        opened + "S: 250-a\nS: 251 b\nnot sent: the lines of a reply have different codes\nclose",
        opened + "S: 2505 b\nnot sent: the server sent a line that isn't a reply\nclose",
        opened + "S: 650 b\nnot sent: the server sent a line that isn't a reply\nclose",
    ]) func knowsWhatWasNotSent(dialogue: String) { expect(dialogue) }

    @Test(arguments: [
        sent + "written\nlost\nuncertain: the connection was lost\nclose\nsend\nnot sent: the connection was lost",
        sent + "written\ntimeout\nuncertain: the mail server didn't respond within 10 minutes\nclose",
        sent + "written\nS: 2\nuncertain: the server sent a line that isn't a reply\nclose",
        sent + "written\nS: 354 go\nuncertain: the mail server sent a reply that doesn't fit the command\nclose",
        sent + "S: 250 2.0.0 Ok\nuncertain: the mail server replied before the end of the message\nclose",
    ]) func knowsWhatIsUncertain(dialogue: String) { expect(dialogue) }

    @Test(arguments: [
        "S: 554 5.3.2 no\nfail, permanent: the mail server refuses connections: 554 5.3.2 no\nclose",
        "S: 421 later\nfail, temporary: the mail server isn't available: 421 later\nclose",
        "S: 250 hello\nfail, temporary: the mail server sent a reply that doesn't fit the command\nclose",
        "timeout\nfail, temporary: the mail server didn't respond within 5 minutes\nclose",
        "S: HTTP/1.1 400 Bad Request\nfail, temporary: the server sent a line that isn't a reply\nclose",
        """
        S: 220 mail.test
        C: EHLO here.test
        S: 550 5.7.1 who?
        C: HELO here.test
        S: 550 5.7.1 who?
        fail, permanent: the mail server refuses the name 'here.test': 550 5.7.1 who?
        close
        """,
        """
        S: 220 mail.test
        C: EHLO here.test
        S: 250 mail.test
        ready
        S: 421 4.4.2 timeout
        close
        send
        not sent: the mail server closes the connection (421|4.4.2|timeout)
        """,
    ]) func knowsWhySessionsAreNotOpened(dialogue: String) { expect(dialogue) }

    @Test func endsRepliesWithoutEnd() {
        for flood in [String(repeating: "2", count: 3000), String(repeating: "220-more\r\n", count: 200)] {
            var dialogue = SMTPDialogue(PlayedDialogue().options)
            let actions = dialogue.receive(Array(flood.utf8)[...])
            guard case .fail(let fault)? = actions.first else {
                Issue.record("goes on reading")
                continue
            }
            #expect(fault.reason.contains("line without end") || fault.reason.contains("too many lines"))
        }
    }

    @Test func limitsWhatIsKeptOfReplies() {
        let reply = ServerReply(
            code: 550, lines: [Array("5.1.1 a\u{1B}[2J\u{0}".utf8), Array(repeating: 0x61, count: 2000)])
        #expect(reply.mailReply.enhanced == "5.1.1")
        #expect(reply.mailReply.text.hasPrefix("a?[2J? aaa"))
        #expect(reply.mailReply.text.utf8.count == 500)
    }

    private func expect(_ dialogue: String) {
        let played = PlayedDialogue()
        for cut in [nil] + (0...160).map(Optional.some) {
            #expect(played.transcript(of: dialogue, cut: cut) == dialogue)
        }
    }
}
