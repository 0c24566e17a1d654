internal import Live
internal import Newsletter
internal import Settings

/// One command that writes after the other: what one of them has read must not change before it writes.
enum WritingTurn {
    /// - Throws: a ``Diagnostic`` where another command does not come to its end; whatever the work throws.
    static func take<Result>(at location: PublicationLocation, _ work: () throws -> Result) throws -> Result {
        let lock = try lock(location)
        defer { withExtendedLifetime(lock) {} }
        return try work()
    }

    static func take<Result>(at location: PublicationLocation, _ work: () async throws -> Result) async throws -> Result
    {
        let lock = try lock(location)
        defer { withExtendedLifetime(lock) {} }
        return try await work()
    }

    private static func lock(_ location: PublicationLocation) throws -> FolderLock {
        do throws(any Error) {
            return try FolderLock(on: location.state, patience: patience)
        } catch is FolderLock.Busy {
            throw Diagnostic(
                "another command has been writing here for \(patience / 1000) seconds",
                remedy: "Wait until it is done, then give this one once more", file: location.state)
        }
    }

    /// In milliseconds: many commands at once take a part of a second each.
    private static let patience = 10_000
}
