import Address
import Context
import Newsroom
import Send
import Signing
import Store
import StoreSQLite
import Synchronization
import TestKit

/// A store, a mail server and a clock for tests of the sender. Pauses take no time, but set the clock forward.
final class LedgerBench: Sendable {
    /// 2026-07-01T12:00:00Z, in seconds.
    static let start = 1_782_907_200

    let server: ScriptedMailServer
    let store: any StoreBackend
    let files = MemoryFiles()
    /// In milliseconds since 1970.
    let time = Mutex(LedgerBench.start * 1000)
    /// Called before each transaction of the ledger, with the number of transactions so far; may throw, as a full disk does.
    let fault = Mutexed<@Sendable (Int) throws -> Void>({ _ in })
    private let transactions = Mutex(0)

    static func make(readers: Int, uncertainty: Campaign.Uncertainty = .miss, server: ScriptedMailServer) async throws
        -> LedgerBench
    {
        let bench = LedgerBench(server: server, store: try await SQLiteStore.temporary(now: start))
        try await bench.store.changeSubscribers(.live, now: start) { subscribers in
            for number in 1...readers {
                let new = NewSubscriber(
                    address: try MailAddress(address(number)), state: .active, consentTime: 1, consentSource: "test")
                _ = try subscribers.add(new)
            }
        }
        try await bench.store.changeCampaigns(now: start) { campaigns in
            _ = try campaigns.approve(
                NewCampaign(issue: "1/", subject: "Weekly 1", content: [], notBefore: 0, uncertainty: uncertainty))
        }
        return bench
    }

    static func address(_ number: Int) -> String { "reader\(number)@d\(number % 5).example" }

    private init(server: ScriptedMailServer, store: any StoreBackend) {
        self.server = server
        self.store = store
    }

    var clock: Clock {
        Clock(
            now: { self.time.withLock { $0 * 1_000_000 } },
            sleep: { length in
                self.time.withLock { $0 += max(1, Int(length / .milliseconds(1))) }
                await Task.yield()
            })
    }

    /// - Parameter hasLog: whether the mail server's log can be read.
    func sender(
        connections: Int = 4, hasLog: Bool = false, limit: RateLimit? = nil, domainLimits: [RateLimit] = [],
        isAlone: Bool = true, control: SendingControl = SendingControl()
    ) -> CampaignSender {
        var logFiles = files.files
        let log: @Sendable () -> String = { "Jul  1 11:00:00 mx postfix/master[1]: started\n" + self.server.log }
        logFiles.status = { path in
            path == "/mail.log" ? FileStatus(size: log().utf8.count, modified: 1, inode: 1) : nil
        }
        logFiles.readPiecesAfter = { _, offset, body in try body(Array(log().utf8.dropFirst(offset))) }
        let ledgerClock = LedgerClock { _ in
            let count = self.transactions.withLock { count in
                count += 1
                return count
            }
            try self.fault.value.withLock { $0 }(count)
            return self.time.withLock { $0 }
        }
        let setup = CampaignSender.Setup(
            store: store, ledgerClock: ledgerClock, clock: clock, cryptography: .live,
            record: SequenceRecord("/state/sequence", files: files.files), delivery: server.delivery,
            connections: connections,
            messages: CampaignMessages(
                prepare: { claim in
                    let name = "m\(claim.subscriber)@example.org"
                    return PreparedMessage(
                        message: OutgoingMessage(
                            sender: "b@example.org", recipient: claim.address, needsSMTPUTF8: false,
                            bytes: Array(name.utf8)), messageID: name)
                }, identify: { "m\($0)@example.org" }),
            limit: limit, domainLimits: domainLimits,
            log: hasLog ? MailServerLog("/mail.log", files: logFiles, offset: 0) : nil, host: "test", process: 1,
            isAlone: isAlone)
        return CampaignSender(setup, campaign: 1, control: control)
    }

    func campaigns<Result: Sendable>(_ work: @Sendable (inout Campaigns) throws -> Result) async throws -> Result {
        try await store.changeCampaigns(now: Self.start, work)
    }

    func counts() async throws -> DeliveryCounts {
        let (counts, recount) = try await campaigns { (try $0.counts(1), try $0.recount(1)) }
        if counts != recount { throw Contradiction(counts: counts, recount: recount) }
        return counts
    }

    struct Contradiction: Error {
        var counts: DeliveryCounts
        var recount: DeliveryCounts
    }

    /// How often those who received the message received it more than once.
    var duplicates: Int { server.received.count - Set(server.received).count }
}
