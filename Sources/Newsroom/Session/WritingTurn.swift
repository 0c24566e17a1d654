import ArgumentParser
internal import Context
internal import Draft
internal import Live
internal import Newsletter
internal import Settings
internal import Text

/// One command that writes after the other: what one of them has read must not change before it writes.
///
/// Each begins by clearing up after those that were interrupted: it completes what they did to drafts and decisions, and
/// removes their temporary files.
enum WritingTurn {
    /// - Parameter repeats: whether the command is to run although it was interrupted and is complete now.
    /// - Throws: a ``Diagnostic`` where another command does not come to its end; whatever the work throws.
    static func take<Result>(_ session: DraftSession, repeats: Bool = true, _ work: () throws -> Result) throws
        -> Result
    {
        let lock = try lock(session.location)
        defer { withExtendedLifetime(lock) {} }
        try clear(session.location, session.publication, session.files, repeats: repeats)
        return try work()
    }

    static func take<Result>(
        _ session: DraftSession, repeats: Bool = true, _ work: () async throws -> Result
    ) async throws -> Result {
        let lock = try lock(session.location)
        defer { withExtendedLifetime(lock) {} }
        try clear(session.location, session.publication, session.files, repeats: repeats)
        return try await work()
    }

    /// Only if no other command is writing. Nothing is cleared up: other tasks of this process may be writing to the state
    /// folder, where its temporary files look like those that a killed process left.
    static func takeAtOnce<Result>(_ session: DraftSession, _ work: () throws -> Result) throws -> Result {
        let lock = try lock(session.location, patience: 0)
        defer { withExtendedLifetime(lock) {} }
        return try work()
    }

    private static func lock(_ location: PublicationLocation, patience: Int = patience) throws -> FolderLock {
        do throws(any Error) {
            return try FolderLock(on: location.state, patience: patience)
        } catch is FolderLock.Busy {
            throw Diagnostic(
                "another command has been writing here for \(patience / 1000) seconds",
                remedy: "Wait until it is done, then give this one once more", file: location.state)
        }
    }

    private static func clear(
        _ location: PublicationLocation, _ publication: Publication, _ files: Files, repeats: Bool
    ) throws {
        let folders = [publication.folders.issues, publication.folders.drafts]
        TemporaryFiles.removeAbandoned(
            in: ["."] + folders, andBelow: SharedFiles.folders.map(location.path) + [location.state],
            path: location.path)
        var isComplete = false
        for recovery in try location.changeLog(files).recover() {
            switch recovery {
            case .completed(let record):
                Terminal.say("'\(record.title)' was interrupted; it has now been completed.")
                isComplete = isComplete || record.command == Program.words
            case .abandoned(let record, let file):
                Terminal.say(
                    "\(Diagnostic("this file was changed after '\(record.title)' was interrupted, so that command stays incomplete", remedy: "Run that command again", file: file, severity: .warning))"
                )
            }
        }
        if isComplete, !repeats { throw ExitCode.success }
    }

    /// In milliseconds: many commands at once take a part of a second each.
    private static let patience = 10_000
}

extension PublicationLocation {
    /// What the last commands did to drafts, issues and decisions.
    func changeLog(_ files: Files) -> ChangeLog {
        ChangeLog(files: files, folder: folderOutsideGit("undo", files), root: root)
    }
}
