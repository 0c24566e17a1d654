package import Context

extension StoreBackend {
    /// Runs some work that changes subscribers, in one transaction.
    ///
    /// - Parameters:
    ///   - now: in seconds since 1970.
    ///   - ending: `.rollback` for a dry run.
    /// - Throws: ``StoreError``; the errors of the work.
    package func changeSubscribers<Result: Sendable>(
        _ cryptography: Cryptography, now: Int, ending: TransactionEnding = .commit,
        _ work: @Sendable (inout Subscribers) throws -> Result
    ) async throws -> Result {
        try await write(ending: ending) { connection in
            try StoreKeys.create(connection, cryptography, now: now)
            var subscribers = try Subscribers(connection, cryptography, now: now)
            let result = try work(&subscribers)
            if let next = subscribers.next {
                try connection.execute(.setCounter, [.text(Subscribers.counter), .integer(next)])
            }
            return result
        }
    }

    /// Runs some work that only reads subscribers.
    package func readSubscribers<Result: Sendable>(
        _ cryptography: Cryptography, now: Int, _ work: @Sendable (Subscribers) throws -> Result
    ) async throws -> Result {
        try await read { connection in
            try work(try Subscribers(connection, cryptography, now: now))
        }
    }
}
