import Testing

@testable import Send

@Suite struct PostfixLogTests {
    /// 2026-11-28T12:00:00Z
    private static let now = 1_795_867_200

    private func log(_ text: String, offset: Int = 0) -> PostfixLog {
        var log = PostfixLog(messageIDs: ["one@example.org", "two@example.org"], now: Self.now, offset: offset)
        for line in text.split(separator: "\n") { log.read(line) }
        return log
    }

    @Test(arguments: ["Nov 28 06:16:11 mx postfix", "2026-11-28T06:16:11.123456+00:00 mx postfix-out"])
    func findsAcceptedMessages(start: String) {
        let log = log(
            """
            \(start)/smtpd[10]: connect from localhost[127.0.0.1]
            \(start)/smtpd[10]: 4Bx1: client=localhost[127.0.0.1]
            \(start)/cleanup[11]: 4Bx1: message-id=<one@example.org>
            \(start)/qmgr[12]: 4Bx1: from=<b+token@example.org>, size=60000, nrcpt=1 (queue active)
            \(start)/cleanup[11]: 4Bx2: message-id=<other@example.org>
            \(start)/qmgr[12]: 4Bx2: from=<b+token@example.org>, size=60000, nrcpt=1 (queue active)
            \(start)/smtpd[10]: disconnect from localhost[127.0.0.1] ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5
            """)
        #expect(log.accepted == ["one@example.org": "4Bx1"])
        #expect(log.pending.isEmpty && log.open.isEmpty)
        #expect(log.start == Self.now - 20_629)
    }

    @Test func seesThatAMessageMayStillBeAccepted() {
        let log = log(
            """
            Nov 28 06:16:11 mx postfix/smtpd[10]: connect from localhost[127.0.0.1]
            Nov 28 06:16:11 mx postfix/smtpd[10]: 4Bx1: client=localhost[127.0.0.1]
            Nov 28 06:16:11 mx postfix/cleanup[11]: 4Bx1: message-id=<one@example.org>
            """)
        #expect(log.accepted.isEmpty && log.pending == ["one@example.org"])
        #expect(
            log.open == [10: PostfixLog.Client(name: "localhost[127.0.0.1]", connected: Self.now - 20_629)])
        #expect(log.open[10]?.isLocal == true)
    }

    @Test(arguments: [("DATA (4096 bytes)", false), ("END-OF-MESSAGE", true)])
    func knowsWhereAConnectionWasLost(place: String, mayCome: Bool) {
        let log = log(
            """
            Nov 28 06:16:11 mx postfix/smtpd[10]: connect from localhost[127.0.0.1]
            Nov 28 06:16:11 mx postfix/smtpd[10]: 4Bx1: client=localhost[127.0.0.1]
            Nov 28 06:16:11 mx postfix/cleanup[11]: 4Bx1: message-id=<one@example.org>
            Nov 28 06:16:11 mx postfix/smtpd[10]: lost connection after \(place) from localhost[127.0.0.1]
            """)
        #expect(log.open.isEmpty && log.accepted.isEmpty)
        #expect(log.pending.isEmpty != mayCome)
    }

    @Test func noticesThatANameIsUsedAgain() {
        let log = log(
            """
            Nov 28 06:16:11 mx postfix/cleanup[11]: 4Bx1: message-id=<one@example.org>
            Nov 28 06:16:12 mx postfix/cleanup[11]: 4Bx1: message-id=<other@example.org>
            Nov 28 06:16:12 mx postfix/qmgr[12]: 4Bx1: from=<a@example.org>, size=1, nrcpt=1 (queue active)
            """)
        #expect(log.accepted.isEmpty)
    }

    @Test func ignoresWhatOthersWrite() {
        let log = log(
            """
            Nov 28 06:16:11 mx sshd[10]: 4Bx1: message-id=<one@example.org>
            Nov 28 06:16:12 mx other/qmgr: 4Bx1: from=<a@example.org>, size=1, nrcpt=1 (queue active)
            Nov 28 06:16:12 mx postfix/qmgr[12]: 4Bx1: removed

            """)
        #expect(log.accepted.isEmpty && log.pending.isEmpty)
    }

    @Test(
        arguments: [
            ("Nov  8 06:16:11 mx", 0, 1_794_118_571), ("Dec 31 23:59:59 mx", 0, 1_767_225_599),
            ("Nov 28 06:16:11 mx", 3600, 1_795_842_971), ("2026-11-28T06:16:11+02:00 mx", 0, 1_795_839_371),
            ("2026-11-28T06:16:11Z mx", 3600, 1_795_846_571),
        ])
    func readsTimes(line: String, offset: Int, seconds: Int) {
        #expect(log(line, offset: offset).start == seconds)
    }

    @Test(arguments: ["", "hello", "Nov 41 06:16:11 mx", "Nov 28 6h16 mx", "2026-13-28T06:16:11Z mx", "9"])
    func knowsWhatIsNoTime(line: String) { #expect(log(line).start == nil) }
}
