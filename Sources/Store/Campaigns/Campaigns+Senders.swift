/// A program that sends. Times are in seconds since 1970.
package struct Sender: Hashable, Sendable {
    package var number: Int
    package var host: String
    /// The process's number.
    package var process: Int
    package var started: Int
    /// When it was last known to be alive.
    package var seen: Int
}

extension Campaigns {
    private static let senderCounter = "next-sender"

    /// Announces a sender.
    ///
    /// - Parameter isAlone: whether all earlier ones must have ended.
    package func addSender(host: String, process: Int, isAlone: Bool) throws -> Int {
        let number = try connection.row(.counter, [.text(Self.senderCounter)])?.integer(0) ?? 1
        try connection.execute(.setCounter, [.text(Self.senderCounter), .integer(number + 1)])
        if isAlone { try connection.execute(.endSenders, [.integer(now), .integer(0), .integer(number)]) }
        try connection.execute(
            .insertSender, [.integer(number), .text(host), .integer(process), .integer(now)])
        return number
    }

    package func noteAlive(sender: Int) throws {
        try connection.execute(.updateSender, [.integer(now), .integer(sender)])
    }

    package func endSender(_ number: Int) throws {
        try connection.execute(.endSenders, [.integer(now), .integer(number), .integer(number)])
    }

    /// The sender that started last and hasn't ended, as far as is known.
    package func runningSender() throws -> Sender? {
        try connection.row(.lastSender).map { row in
            Sender(
                number: try row.integer(0), host: try row.text(1), process: try row.integer(2),
                started: try row.integer(3), seen: try row.integer(4))
        }
    }
}
