import Send
import Testing

@Suite struct DeliveryVerdictTests {
    @Test(
        arguments: [
            (550, "5.1.1", true), (550, "5.1.2", true), (550, "5.1.10", true), (550, "5.2.1", false),
            (550, nil, false), (554, "5.6.0", false), (550, "5.4.1", false),
        ] as [(Int, String?, Bool)])
    func failsForTheRecipient(code: Int, enhanced: String?, suppresses: Bool) {
        #expect(
            DeliveryVerdict(MailReply(code: code, enhanced: enhanced, text: "no")) == .failed(suppresses: suppresses))
    }

    @Test(
        arguments: [
            (450, nil), (451, "4.7.1"), (452, "4.2.2"), (552, "5.2.2"), (552, nil), (421, "4.3.2"),
        ] as [(Int, String?)])
    func triesLater(code: Int, enhanced: String?) {
        #expect(DeliveryVerdict(MailReply(code: code, enhanced: enhanced, text: "later")) == .later)
    }

    @Test(
        arguments: [
            (550, "5.7.1"), (554, "5.7.26"), (530, "5.7.0"), (535, nil), (501, "5.1.7"), (553, "5.1.8"),
            (552, "5.3.4"),
        ] as [(Int, String?)])
    func pausesTheCampaign(code: Int, enhanced: String?) {
        guard case .pause(let reason) = DeliveryVerdict(MailReply(code: code, enhanced: enhanced, text: "why")) else {
            Issue.record("isn't paused")
            return
        }
        #expect(reason.contains("\(code)") && reason.contains("why"))
    }

    @Test(
        arguments: [
            ("2.0.0 Ok: queued as 4BxYz1", "4BxYz1"), ("Ok: queued as ABC.", "ABC"), ("OK id=1abc-0001", nil),
            ("queued as", nil), ("", nil),
        ] as [(String, String?)])
    func readsTheNameInTheQueue(text: String, name: String?) {
        #expect(DeliveryVerdict.queueID(MailReply(code: 250, enhanced: nil, text: text)) == name)
    }
}
