import Context
import Live
import Newsroom
import Send
import Store
import TestKit
import Testing

@Suite struct BounceRunTests {
    private static let gone = ReportForm.report("Final-Recipient: rfc822; a@example.org\nAction: failed\nStatus: 5.1.1")

    private func maildir(_ weekly: BouncedWeekly) throws -> String {
        for folder in ["cur", "new", "tmp"] { try weekly.folder.scratch.write("mail/\(folder)/.keep", "") }
        return weekly.folder.scratch.path("mail")
    }

    private func run(_ weekly: BouncedWeekly, _ source: String, writes: Bool = true, rereads: Bool = false)
        async throws -> BounceSummary
    {
        try await BounceRun(try weekly.session(), source: source, recipient: nil, writes: writes, rereads: rereads)
            .run()
    }

    @Test func pausesACampaignIfTooManyMessagesReturn() async throws {
        let weekly = try await BouncedWeekly(readers: 60)
        var paused: [String] = []
        for reader in 1...4 {
            #expect(try await weekly.campaign() == .running)
            paused += try await weekly.read(try await weekly.filled(Self.gone, reader: reader)).paused.map(\.reason)
        }
        #expect(paused == ["4 of 60 addresses were rejected permanently, which is more than 5 %"])
        #expect(try await weekly.campaign() == .paused)
    }

    @Test func movesWhatItHasReadAndReadsItOnce() async throws {
        let weekly = try await BouncedWeekly(readers: 4)
        let mail = try maildir(weekly)
        let scratch = weekly.folder.scratch
        try scratch.write("mail/new/1.a", try await weekly.filled(Self.gone, reader: 1))
        try scratch.write("mail/new/2.b:2,F", try await weekly.filled(Self.gone, reader: 2))
        try scratch.write("mail/cur/3.c:2,R", try await weekly.filled(Self.gone, reader: 3))
        try scratch.write("mail/cur/4.d:2,S", try await weekly.filled(Self.gone, reader: 4))
        try scratch.write("mail/new/5.e", "Subject: hello\n\nHello\n")
        let summary = try await run(weekly, mail)
        #expect(summary.counts == [.suppressed: 3, .other: 1])
        #expect(summary.other == ["\(mail)/new/5.e"])
        #expect(
            try scratch.files(below: "mail").filter { !$0.hasSuffix(".keep") }.sorted()
                == ["cur/1.a:2,S", "cur/2.b:2,FS", "cur/3.c:2,RS", "cur/4.d:2,S", "cur/5.e:2,S"])
        #expect(try await run(weekly, mail).messages == 0)
        #expect(try await weekly.state(reader: 4) == .active)
        #expect(try await run(weekly, mail, rereads: true).counts == [.suppressed: 1, .repeated: 3, .other: 1])
    }

    @Test func changesNothingInADryRun() async throws {
        let weekly = try await BouncedWeekly()
        let mail = try maildir(weekly)
        try weekly.folder.scratch.write("mail/new/1.a", try await weekly.filled(Self.gone))
        let before = try await weekly.everything()
        #expect(try await run(weekly, mail, writes: false).counts == [.suppressed: 1])
        #expect(try await weekly.everything() == before)
        #expect(weekly.folder.scratch.exists("mail/new/1.a"))
    }

    /// As after kill -9 between the store and the move, for every form of report.
    @Test func changesNothingMoreIfInterruptedBeforeTheMove() async throws {
        let forms = ReportForm.all.filter {
            [.suppressed, .counted, .policy, .content, .complained].contains($0.outcome)
        }
        let weekly = try await BouncedWeekly(readers: forms.count)
        let mail = try maildir(weekly)
        for (index, form) in forms.enumerated() {
            try weekly.folder.scratch.write("mail/new/\(index)", try await weekly.filled(form.text, reader: index + 1))
        }
        let session = try weekly.session { context in
            context.files.move = { path, _ throws(FileError) in
                throw FileError(path: path, reason: "Input/output error")
            }
        }
        await #expect(throws: FileError.self) {
            try await BounceRun(session, source: mail, recipient: nil).run()
        }
        let after = try await weekly.everything()
        #expect(try await weekly.campaign() == .paused)
        // Somebody has resumed the campaign in the meantime: the same refusals don't pause it again.
        try await weekly.change { try $0.changeCampaigns { try $0.resume(1) } }
        let summary = try await run(weekly, mail)
        #expect(summary.counts == [.repeated: forms.count])
        #expect(summary.paused.isEmpty)
        #expect(try await weekly.campaign() == .running)
        #expect(
            try await weekly.everything().filter { !$0.hasPrefix("campaign") }
                == after.filter { !$0.hasPrefix("campaign") })
    }

    @Test func readsAnMbox() async throws {
        let weekly = try await BouncedWeekly(readers: 2)
        var bytes: [UInt8] = []
        for reader in 1...2 {
            bytes += Array("From MAILER-DAEMON Tue Jun 30 02:03:04 2026\n".utf8)
            bytes += try await weekly.filled(Self.gone, reader: reader) + Array("\n".utf8)
        }
        let file = try weekly.folder.scratch.write("mbox", bytes)
        #expect(try await run(weekly, file).counts == [.suppressed: 2])
        #expect(try await run(weekly, file).counts == [.repeated: 2])
    }

    @Test func believesTheRecipientThatTheServerNames() async throws {
        let weekly = try await BouncedWeekly()
        let text = Self.gone.replacing("{B}", with: "nobody")
        let envelope = try await weekly.envelope()
        #expect(try await weekly.read(try await weekly.filled(text)).counts == [.unattributed: 1])
        #expect(
            try await weekly.read(try await weekly.filled(text), recipient: envelope.uppercased()).counts
                == [.suppressed: 1])
    }

    @Test func givesUpAfterThreeIssuesInARow() async throws {
        let weekly = try await BouncedWeekly(campaigns: 5)
        let full = ReportForm.report("Final-Recipient: rfc822; a@example.org\nAction: failed\nStatus: 5.2.2")
        let refused = ReportForm.report("Final-Recipient: rfc822; a@example.org\nAction: failed\nStatus: 5.6.0")
        func outcome(_ text: String, _ campaign: Int) async throws -> BounceOutcome? {
            try await weekly.read(try await weekly.filled(text, campaign: campaign)).counts.keys.first
        }
        // Issue 2 arrived.
        #expect(try await outcome(full, 1) == .counted)
        #expect(try await outcome(full, 3) == .counted)
        #expect(try await outcome(refused, 4) == .content)
        #expect(try await outcome(full, 5) == .counted)
        #expect(try await outcome(full, 5) == .repeated)
        #expect(try await weekly.state() == .active)
        // A report of issue 2 arrives late; the next one completes the row.
        #expect(try await outcome(full, 2) == .counted)
        try await weekly.change { try $0.sendAnother() }
        #expect(try await outcome(full, 6) == .givenUp)
        #expect(try await weekly.state() == .bounced)
    }

    @Test func keepsReadersWhoseBouncesAreAllYoung() async throws {
        let weekly = try await BouncedWeekly(campaigns: 1)
        let full = ReportForm.report("Final-Recipient: rfc822; a@example.org\nAction: failed\nStatus: 4.2.2")
        for campaign in 1...4 {
            if campaign > 1 { try await weekly.change { try $0.sendAnother() } }
            let summary = try await weekly.read(try await weekly.filled(full, campaign: campaign))
            #expect(summary.counts == [.counted: 1])
        }
    }

    @Test func neverMakesABounceOfAComplaint() async throws {
        let weekly = try await BouncedWeekly()
        try await weekly.change { try $0.end(id: 1, as: .complained) }
        #expect(try await weekly.read(try await weekly.filled(Self.gone)).counts == [.repeated: 1])
        #expect(try await weekly.state() == .complained)
    }

    @Test func pausesACampaignOnceForEachReader() async throws {
        let weekly = try await BouncedWeekly(readers: 2)
        let policy = ReportForm.report("Final-Recipient: rfc822; a@example.org\nAction: failed\nStatus: 5.7.1")
        let first = try await weekly.read(try await weekly.filled(policy))
        #expect(first.paused.map(\.campaign) == [1])
        #expect(first.needsAttention)
        try await weekly.change { try $0.changeCampaigns { try $0.resume(1) } }
        #expect(try await weekly.read(try await weekly.filled(policy)).counts == [.repeated: 1])
        #expect(try await weekly.campaign() == .running)
        #expect(try await weekly.read(try await weekly.filled(policy, reader: 2)).paused.count == 1)
    }

    @Test func readsHostileMessagesInReasonableTime() async throws {
        let weekly = try await BouncedWeekly()
        let many = String(repeating: "--b1\nContent-Type: text/plain\n\nx\n", count: 10_000)
        var deep = "Content-Type: multipart/mixed; boundary=0\n\n"
        for level in 0..<5_000 { deep += "--\(level)\nContent-Type: multipart/mixed; boundary=\(level + 1)\n\n" }
        let fields = String(repeating: "Status: 5.1.1\nAction: failed\n\n", count: 50_000)
        let header = String(repeating: "To: b+\(String(repeating: "a", count: 48))@lists.example\n", count: 50_000)
        let folded = "To: x\n" + String(repeating: " b+\n", count: 200_000)
        let large = [UInt8](repeating: UInt8(ascii: "-"), count: ReturnedMail.largest + 1_000)
        let messages = [
            Array(Self.gone.replacing("--b1--", with: many).utf8), Array(deep.utf8),
            Array(ReportForm.report(fields).utf8), Array((header + Self.gone).utf8), Array((folded + "\n\n").utf8),
            large,
        ]
        for message in messages {
            let summary = try await weekly.read(message)
            #expect(summary.counts.keys.allSatisfy { [.unattributed, .other].contains($0) })
        }
    }
}

extension Subscribers {
    /// Another issue, sent to everybody a day ago.
    fileprivate func sendAnother() throws {
        try send(issue: try changeCampaigns { try $0.all().count + 1 }, sent: BouncedWeekly.now - 86_400)
    }
}
