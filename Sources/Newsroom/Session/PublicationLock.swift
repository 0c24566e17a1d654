package import Context
package import Draft
internal import Newsletter
package import Settings

/// Makes commands that write run one after the other, so that what one of them has read doesn't change before it
/// writes.
///
/// Each command first cleans up after interrupted ones: it completes their changes to drafts and decisions, and removes
/// their temporary files.
package enum PublicationLock {
    /// - Parameter repeats: whether to run the command even if it was interrupted before and has just been completed.
    /// - Throws: a ``Diagnostic`` if another command doesn't finish in time; ``IsComplete``; the errors of the work.
    package static func take<Result>(_ session: DraftSession, repeats: Bool = true, _ work: () throws -> Result) throws
        -> Result
    {
        let lock = try lock(session)
        defer { withExtendedLifetime(lock) {} }
        try clear(session, repeats: repeats)
        return try work()
    }

    package static func take<Result>(
        _ session: DraftSession, repeats: Bool = true, _ work: () async throws -> Result
    ) async throws -> Result {
        let lock = try lock(session)
        defer { withExtendedLifetime(lock) {} }
        try clear(session, repeats: repeats)
        return try await work()
    }

    /// Runs some work only if no other command is writing. Nothing is cleaned up: other tasks of this process may be
    /// writing to the state folder, and their temporary files look like those of a killed process.
    static func takeAtOnce<Result>(_ session: DraftSession, _ work: () throws -> Result) throws -> Result {
        let lock = try lock(session, patience: 0)
        defer { withExtendedLifetime(lock) {} }
        return try work()
    }

    private static func lock(_ session: DraftSession, patience: Int = patience) throws -> HeldLock {
        do throws(any Error) {
            return try session.context.locks.take(session.location.state, patience)
        } catch is FolderBusy {
            throw Diagnostic(
                "another command has been writing to this publication for \(patience / 1000) seconds",
                remedy: "Wait until that command is done, and run this one again", file: session.location.state)
        }
    }

    private static func clear(_ session: DraftSession, repeats: Bool) throws {
        let (location, files, folders) = (session.location, session.files, session.publication.folders)
        for folder in [".", folders.issues, folders.drafts] { files.removeTemporaries(location.path(folder)) }
        for folder in SharedFiles.folders.map(location.path) + [location.state] { files.removeTemporariesBelow(folder) }
        var isComplete = false
        for recovery in try session.changeLog.recover() {
            switch recovery {
            case .completed(let record):
                session.notify(.completed(command: record.title))
                isComplete = isComplete || record.command == session.context.environment.command
            case .abandoned(let record, let file):
                session.notify(.abandoned(command: record.title, file: file))
            }
        }
        if isComplete, !repeats { throw IsComplete() }
    }

    /// How long to wait for other commands, in milliseconds; most commands take a fraction of a second.
    private static let patience = 10_000
}

/// The error that stops a command that had been interrupted before and has just been completed.
package struct IsComplete: Error {}

extension PublicationLocation {
    /// The log of what the last commands did to drafts, issues and decisions.
    package func changeLog(_ files: Files) -> ChangeLog {
        ChangeLog(files: files, folder: folderOutsideGit("undo", files), root: root)
    }
}
