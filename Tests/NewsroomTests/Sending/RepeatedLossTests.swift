import Newsroom
import Send
import Store
import Synchronization
import Testing

/// Messages with which the connection is lost each time.
@Suite struct RepeatedLossTests {
    private static let poisonous = LedgerBench.address(3)

    /// Sends to 20 readers, with hours between the attempts of one message.
    private func bench(_ act: ScriptedMailServer.Act, uncertainty: Campaign.Uncertainty = .miss) async throws
        -> LedgerBench
    {
        let box = Mutexed<LedgerBench?>(nil)
        let server = ScriptedMailServer { recipient, _ in
            guard recipient == Self.poisonous else { return .accept }
            box.value.withLock { $0 }?.time.withLock { $0 += 3 * 3_600_000 }
            return act
        }
        let bench = try await LedgerBench.make(readers: 20, uncertainty: uncertainty, server: server)
        box.value.withLock { $0 = bench }
        return bench
    }

    @Test(
        .timeLimit(.minutes(20)),
        arguments: [nil, MailReply(code: 421, enhanced: "4.3.0", text: "closing")])
    func givesUpAMessageThatMakesTheServerHangUp(reply: MailReply?) async throws {
        let bench = try await bench(.drop(reply))
        #expect(try await bench.sender().run() == .finished(DeliveryCounts(states: [.accepted: 19, .failed: 1])))
        let delivery = try await bench.campaigns { try $0.delivery(1, 3) }
        #expect(delivery?.state == .failed && (delivery?.attempts ?? 0) > 2)
        #expect(bench.duplicates == 0)
    }

    @Test(.timeLimit(.minutes(20))) func givesUpAMessageThatIsLostBeforeEachReply() async throws {
        let bench = try await bench(.loseSilently)
        #expect(
            try await bench.sender(hasLog: true).run()
                == .finished(DeliveryCounts(states: [.accepted: 19, .failed: 1])))
        #expect(bench.duplicates == 0)
    }

    @Test(.timeLimit(.minutes(20))) func repeatsAnUncertainMessageOnce() async throws {
        let bench = try await bench(.acceptSilently, uncertainty: .repeat)
        #expect(
            try await bench.sender().run() == .finished(DeliveryCounts(states: [.accepted: 19, .uncertain: 1])))
        #expect(bench.server.received.filter { $0 == Self.poisonous }.count == 2)
        #expect(bench.duplicates == 1)
    }

    @Test func blamesNoReaderForAFewLostConnections() async throws {
        let losses = Mutex(0)
        let server = ScriptedMailServer { recipient, _ in
            guard recipient == Self.poisonous else { return .accept }
            let count = losses.withLock { losses in
                losses += 1
                return losses
            }
            return count <= 2 ? .drop(nil) : .accept
        }
        let bench = try await LedgerBench.make(readers: 20, server: server)
        #expect(try await bench.sender().run() == .finished(DeliveryCounts(states: [.accepted: 20])))
        #expect(try await bench.campaigns { try $0.delivery(1, 3)?.attempts } == 1)
    }
}
