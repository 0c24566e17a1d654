/// The clock that leases, retries and limits go by: that of the database, so that several senders agree.
///
/// The time of the ledger never goes back. If the database's clock is set back, the ledger continues from where it was:
/// the difference is kept in the store, and added from then on. So no lease becomes longer, no limit waits for the lost
/// hour, and no message is repeated. A clock that is set forward ends leases early, which the epoch makes harmless.
package struct LedgerClock: Sendable {
    /// Milliseconds since 1970.
    package var read: @Sendable (any StoreConnection) throws -> Int

    package init(read: @escaping @Sendable (any StoreConnection) throws -> Int) {
        self.read = read
    }

    package static let store = LedgerClock { try $0.milliseconds() }

    private static let last = "ledger-time"
    private static let offset = "ledger-offset"

    /// The ledger's time in milliseconds, which is recorded.
    func time(_ connection: any StoreConnection) throws -> (ledger: Int, wall: Int) {
        let wall = try read(connection)
        let last = try connection.row(.counter, [.text(Self.last)])?.integer(0) ?? wall
        let offset = try connection.row(.counter, [.text(Self.offset)])?.integer(0) ?? 0
        let time = max(last, wall + offset)
        if time > wall + offset {
            try connection.execute(.setCounter, [.text(Self.offset), .integer(time - wall)])
        }
        try connection.execute(.setCounter, [.text(Self.last), .integer(time)])
        return (time, wall)
    }
}

extension StoreBackend {
    /// Runs some work that sends, in one transaction, and counts it.
    ///
    /// - Returns: the result, and how many such transactions the store has seen: a store that has seen fewer than before
    ///   is a restored backup.
    /// - Throws: ``StoreError``; the errors of the work.
    package func changeLedger<Result: Sendable>(
        _ clock: LedgerClock, _ work: @Sendable (inout Campaigns) throws -> Result
    ) async throws -> (result: Result, sequence: Int) {
        try await write { connection in
            let (time, wall) = try clock.time(connection)
            let sequence = try Campaigns.sequence(connection) + 1
            try connection.execute(.setCounter, [.text(Campaigns.sequenceCounter), .integer(sequence)])
            let result = try Campaigns.change(connection, now: time / 1000, milliseconds: time, wall: wall, work)
            return (result, sequence)
        }
    }
}

extension Campaigns {
    static let sequenceCounter = "ledger-sequence"

    /// How many transactions have sent.
    static func sequence(_ connection: any StoreConnection) throws -> Int {
        try connection.row(.counter, [.text(sequenceCounter)])?.integer(0) ?? 0
    }

    package func sequence() throws -> Int { try Self.sequence(connection) }

    /// Continues to count after a restored backup was accepted.
    package func setSequence(_ sequence: Int) throws {
        try connection.execute(.setCounter, [.text(Self.sequenceCounter), .integer(sequence)])
    }
}
