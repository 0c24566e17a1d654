import Newsletter
import Newsroom
import Send
import Store
import Synchronization
import TestKit
import Testing

/// What happens after a store was replaced by an older one.
@Suite struct RestoredBackupTests {
    /// Sends issue 6 after a backup, restores the backup, and returns the error of approving the issue again.
    private func approvalAfterRestore(_ weekly: SentWeekly) async throws -> Diagnostic? {
        try await weekly.backUp()
        _ = try await weekly.approve()
        try await weekly.run()
        try weekly.restore()
        return await #expect(throws: Diagnostic.self) { try await weekly.approve() }
    }

    @Test func neverApprovesWhatABackupHasForgotten() async throws {
        let weekly = try await SentWeekly()
        let fault = try await approvalAfterRestore(weekly)
        #expect(fault?.summary == "the store is a restored backup, which doesn't know what was sent since")
        // Even if only the record of the campaign says so.
        weekly.remove(".sennight/sending/sequence")
        await #expect(throws: Diagnostic.self) { try await weekly.approve() }
        #expect(weekly.server.received.count == 3)
    }

    @Test func listsEverybodyAsUncertainWithoutALog() async throws {
        let weekly = try await SentWeekly()
        _ = try await approvalAfterRestore(weekly)
        #expect(
            try await weekly.run(afterRestore: true) == .finished(DeliveryCounts(states: [.uncertain: 3])))
        let fault = await #expect(throws: Diagnostic.self) { try await weekly.approve() }
        #expect(fault?.summary == "this issue has campaign 1 already, which is finished")
        #expect(weekly.server.received.count == 3)
    }

    @Test func sendsOnlyToThoseWhomTheLogDoesNotName() async throws {
        let control = SendingControl()
        let server = ScriptedMailServer { _, count in
            if count == 3 { control.stop() }
            return .accept
        }
        let weekly = try await SentWeekly(readers: 12, server: server, hasLog: true)
        #expect(try await weekly.approve() == 1)
        try await weekly.store { try $0.cancel(1) }
        try await weekly.backUp()
        #expect(try await weekly.approve() == 2)
        #expect(try await weekly.run(control: control) == .stopped)
        let before = weekly.server.received.count
        try weekly.restore()
        #expect(1...5 ~= before)
        await #expect(throws: Diagnostic.self) { try await weekly.run() }
        #expect(weekly.server.received.count == before)
        #expect(try await weekly.run(afterRestore: true) == .finished(DeliveryCounts(states: [.accepted: 12])))
        #expect(weekly.server.received.count == 12 && weekly.duplicates == 0)
        #expect(try await weekly.store { try $0.campaign(2)?.state } == .finished)
    }

    @Test func trustsNoLogAboutTheNamesOfAnotherStore() async throws {
        let weekly = try await SentWeekly(hasLog: true)
        _ = try await weekly.approve()
        try await weekly.run()
        for ending in ["", "-wal", "-shm"] { weekly.remove(".sennight/store.sqlite\(ending)") }
        try await weekly.addReaders(1...3)
        await #expect(throws: Diagnostic.self) { try await weekly.approve() }
        #expect(
            try await weekly.run(afterRestore: true) == .finished(DeliveryCounts(states: [.uncertain: 3])))
        #expect(weekly.server.received.count == 3)
    }

    @Test func leavesOutWhoWasAddedAfterALostCampaign() async throws {
        let weekly = try await SentWeekly()
        _ = try await approvalAfterRestore(weekly)
        try await weekly.addReaders(4...4, at: SentWeekly.now + 60)
        #expect(
            try await weekly.run(afterRestore: true) == .finished(DeliveryCounts(states: [.uncertain: 3])))
    }

    @Test func keepsTheNumbersOfLostCampaigns() async throws {
        let weekly = try await SentWeekly()
        _ = try await approvalAfterRestore(weekly)
        try await weekly.run(afterRestore: true)
        let number = try await weekly.store { campaigns in
            try campaigns.approve(
                NewCampaign(issue: "other/", subject: "Other", content: [], notBefore: 0, uncertainty: .miss))
        }
        #expect(number == 2)
    }

    @Test func namesADamagedRecord() async throws {
        let weekly = try await SentWeekly()
        _ = try await weekly.approve()
        try await weekly.run()
        try weekly.folder.scratch.write(".sennight/sending/campaigns/1", "issue 6\n")
        let fault = await #expect(throws: Diagnostic.self) { try await weekly.approve() }
        #expect(fault?.summary == "the record of campaign 1 is damaged")
    }

    @Test func sendsNothingIfTheRecordCannotBeWritten() async throws {
        let weekly = try await SentWeekly()
        _ = try await weekly.approve()
        try weekly.folder.scratch.write(".sennight/sending/campaigns", "a file, not a folder")
        await #expect(throws: (any Error).self) { try await weekly.run() }
        #expect(weekly.server.received.isEmpty)
    }
}
