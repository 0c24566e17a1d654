import Testing

@testable import Send

@Suite struct SMTPSecurityTests {
    private static let credentials = SMTPCredentials(user: "ann", password: "secret")

    private func play(
        _ script: String, startsTLS: Bool = false, isPrivate: Bool = false, _ credentials: SMTPCredentials? = nil
    ) {
        let played = PlayedDialogue(
            options: SMTPDialogue.Options(
                clientName: "here.test", startsTLS: startsTLS, isPrivate: isPrivate, credentials: credentials))
        for cut in [nil] + (0...120).map(Optional.some) {
            #expect(played.transcript(of: script, cut: cut) == script)
        }
    }

    @Test func authenticatesAfterTLS() {
        play(
            """
            S: 220 mail.test
            C: EHLO here.test
            S: 250-mail.test
            S: 250-AUTH PLAIN
            S: 250 STARTTLS
            C: STARTTLS
            S: 220 2.0.0 Ready to start TLS
            handshake
            secured
            C: EHLO here.test
            S: 250-mail.test
            S: 250 AUTH LOGIN PLAIN
            C: AUTH PLAIN AGFubgBzZWNyZXQ=
            S: 235 2.7.0 Authentication successful
            ready
            """, startsTLS: true, Self.credentials)
    }

    @Test(arguments: ["250 AUTH LOGIN", "250 AUTH=LOGIN", "250 auth xoauth2 login"])
    func authenticatesByLogin(offer: String) {
        play(
            """
            S: 220 mail.test
            C: EHLO here.test
            S: 250-mail.test
            S: \(offer)
            C: AUTH LOGIN
            S: 334 VXNlcm5hbWU6
            C: YW5u
            S: 334 UGFzc3dvcmQ6
            C: c2VjcmV0
            S: 235 ok
            ready
            """, isPrivate: true, Self.credentials)
    }

    @Test func sendsLongPasswordsAfterTheChallenge() {
        let played = PlayedDialogue(
            options: SMTPDialogue.Options(
                clientName: "here.test", startsTLS: false, isPrivate: true,
                credentials: SMTPCredentials(user: "ann", password: String(repeating: "p", count: 600))))
        let script = """
            S: 220 mail.test
            C: EHLO here.test
            S: 250-mail.test
            S: 250 AUTH PLAIN
            C: AUTH PLAIN
            S: 334 go

            """
        #expect(played.transcript(of: script, cut: 0).hasPrefix(script + "C: AGFubgBwcHBw"))
    }

    @Test(arguments: [
        ("535 5.7.8 authentication failed", "permanent"), ("454 4.7.0 temporary failure", "temporary"),
    ]) func reportsRefusedPasswords(reply: String, kind: String) {
        play(
            """
            S: 220 mail.test
            C: EHLO here.test
            S: 250-mail.test
            S: 250 AUTH PLAIN
            C: AUTH PLAIN AGFubgBzZWNyZXQ=
            S: \(reply)
            fail, \(kind): the mail server refuses the user or the password: \(reply)
            close
            """, isPrivate: true, Self.credentials)
    }

    @Test func sendsNoPasswordWithoutTLS() {
        play(
            """
            S: 220 mail.test
            C: EHLO here.test
            S: 250-mail.test
            S: 250 AUTH PLAIN
            fail, permanent: the password isn't sent over a connection without TLS
            close
            """, Self.credentials)
    }

    @Test func needsAKnownMechanism() {
        play(
            """
            S: 220 mail.test
            C: EHLO here.test
            S: 250-mail.test
            S: 250 AUTH CRAM-MD5
            fail, permanent: the mail server offers neither AUTH PLAIN nor AUTH LOGIN
            close
            """, isPrivate: true, Self.credentials)
    }

    /// Somebody between client and server removes STARTTLS, or refuses it.
    @Test func neverContinuesWithoutTLS() {
        play(
            """
            S: 220 mail.test
            C: EHLO here.test
            S: 250 mail.test
            fail, permanent: the mail server doesn't offer STARTTLS; set 'mail: { smtp: { security: … } }' to what it supports
            close
            """, startsTLS: true)
        play(
            """
            S: 220 mail.test
            C: EHLO here.test
            S: 250-mail.test
            S: 250 STARTTLS
            C: STARTTLS
            S: 454 4.7.0 TLS not available
            fail, temporary: the mail server refuses STARTTLS: 454 4.7.0 TLS not available
            close
            """, startsTLS: true)
    }

    /// CVE-2011-0411: what was sent in plain text would count as sent by the server.
    @Test func refusesDataBeforeTheHandshake() {
        let options = SMTPDialogue.Options(
            clientName: "here.test", startsTLS: true, isPrivate: false, credentials: nil)
        for injected in ["2", "250 mail.test\r\n", "\r\n"] {
            var dialogue = SMTPDialogue(options)
            _ = dialogue.receive(Array("220 mail.test\r\n".utf8)[...])
            _ = dialogue.receive(Array("250-mail.test\r\n250 STARTTLS\r\n".utf8)[...])
            let actions = dialogue.receive(Array("220 go\r\n\(injected)".utf8)[...])
            #expect(actions.count == 2)
            guard case .fail(let fault)? = actions.first else {
                Issue.record("continues with \(injected)")
                continue
            }
            #expect(fault.reason == "the server sent data after its reply to STARTTLS")
            #expect(dialogue.tlsStarted().isEmpty)
        }
    }

    /// What was offered in plain text doesn't count after the handshake.
    @Test func forgetsWhatWasOfferedBefore() {
        play(
            """
            S: 220 mail.test
            C: EHLO here.test
            S: 250-mail.test
            S: 250-AUTH PLAIN
            S: 250 STARTTLS
            C: STARTTLS
            S: 220 go
            handshake
            secured
            C: EHLO here.test
            S: 250 mail.test
            fail, permanent: the mail server offers neither AUTH PLAIN nor AUTH LOGIN
            close
            """, startsTLS: true, Self.credentials)
    }
}
