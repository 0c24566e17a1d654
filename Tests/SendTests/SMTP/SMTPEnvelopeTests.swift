import Testing

@testable import Send

@Suite struct SMTPEnvelopeTests {
    private static let all = ["8BITMIME", "SIZE 100", "SMTPUTF8"]

    /// What the client does with a message on a server that offers extensions.
    private func actions(
        from sender: String = "b@list.test", to recipient: String = "ann@reader.test", _ body: String = "Hi\r\n",
        smtputf8: Bool = false, offered: [String] = []
    ) -> String {
        let played = PlayedDialogue(
            message: OutgoingMessage(
                sender: sender, recipient: recipient, needsSMTPUTF8: smtputf8, bytes: Array(body.utf8)))
        let offers = (["mail.test"] + offered).enumerated().map {
            "S: 250\($0.offset == offered.count ? " " : "-")\($0.element)\n"
        }
        let script = "S: 220 mail.test\n" + offers.joined() + "send"
        let lines = played.transcript(of: script, cut: 0).split(separator: "\n")
        return lines.last.map(String.init) ?? ""
    }

    @Test func asksForWhatTheMessageNeeds() {
        #expect(actions() == "C: MAIL FROM:<b@list.test>")
        #expect(actions(offered: Self.all) == "C: MAIL FROM:<b@list.test> SIZE=4")
        #expect(actions("ä\r\n", offered: Self.all) == "C: MAIL FROM:<b@list.test> SIZE=4 BODY=8BITMIME")
        #expect(actions(smtputf8: true, offered: Self.all) == "C: MAIL FROM:<b@list.test> SIZE=4 SMTPUTF8")
        #expect(actions(from: "", offered: ["SIZE"]) == "C: MAIL FROM:<> SIZE=4")
        #expect(actions(from: "\"a b>\"@list.test") == "C: MAIL FROM:<\"a b>\"@list.test>")
    }

    @Test func refusesWhatTheServerCannotAccept() {
        let long = String(repeating: "a", count: 99) + "\r\n"
        #expect(
            actions(long, offered: Self.all)
                == "refused: 552|5.3.4|the message has 101 bytes, and the mail server accepts 100 at most")
        #expect(actions(long, offered: ["SIZE 0"]).hasPrefix("C: MAIL"))
        #expect(actions("ä\r\n").hasPrefix("refused: 554|5.6.3|"))
        for text in [actions(smtputf8: true), actions(to: "jürgen@reader.test"), actions(from: "ü@list.test")] {
            #expect(
                text
                    == "refused: 550|5.6.7|the address or the header isn't ASCII, and the mail server doesn't offer SMTPUTF8"
            )
        }
    }

    @Test(arguments: [
        "", "ann@reader.test\r\nRCPT TO:<eve@evil.test>", "ann\n@reader.test", "ann@reader.test\0", "a@b> NOTIFY=NEVER",
        "<a@b", "a b@reader.test", "\"a@reader.test", "\"a\\\"@reader.test", "a\u{7F}@b",
        String(repeating: "a", count: 250) + "@b.test",
    ]) func refusesAddressesThatChangeCommands(address: String) {
        #expect(actions(to: address).hasPrefix("refused: 553|5.1.3|"))
        if !address.isEmpty { #expect(actions(from: address).hasPrefix("refused: 553|5.1.7|")) }
    }

    @Test(arguments: [
        ("", ".\r\n"), ("a\r\n", "a\r\n.\r\n"), ("a", "a\r\n.\r\n"), (".\r\n", "..\r\n.\r\n"),
        (".a\r\n..b\r\n\r\n.\r\nc.d\r\n", "..a\r\n...b\r\n\r\n..\r\nc.d\r\n.\r\n"), ("a\r\n.", "a\r\n..\r\n.\r\n"),
    ]) func doublesFullStops(message: String, transmitted: String) throws {
        let content = try #require(TransmittedMessage(Array(message.utf8)))
        #expect(PlayedDialogue.text(content) == transmitted)
        #expect(content.count == transmitted.utf8.count)
    }

    /// Servers disagree on whether these end a line, so that one could smuggle a message into another.
    @Test(arguments: ["a\n.\r\nb\r\n", "a\r.\r\n", "\n", "\r", "a\r\n.\r\r\n", "a\r\n\n"])
    func refusesOtherLineEnds(message: String) {
        #expect(TransmittedMessage(Array(message.utf8)) == nil)
        #expect(actions(message).hasPrefix("refused: 554|5.6.0|"))
    }
}
