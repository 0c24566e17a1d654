internal import Context
internal import Draft
internal import Newsletter

/// Undoes and redoes what commands did to drafts, issues and decisions.
package struct UndoneCommands {
    private let session: DraftSession

    package init(_ session: DraftSession) {
        self.session = session
    }

    /// The maximum number of commands that can be undone.
    package static let most = ChangeLog.length

    /// A command that can be undone or was undone.
    package struct Past: Sendable {
        package var number: Int
        /// The time of the command, in seconds since 1970.
        package var time: Int
        /// The command as it was typed.
        package var title: String
        package var isUndone: Bool
        package var files: [String]
    }

    package struct Outcome: Sendable {
        /// The commands as they were typed.
        package var titles: [String]
        package var files: [String]
        /// The files whose previous content is in git's last commit.
        package var committed: [String]
    }

    /// The commands, latest first, and how many of them can be undone.
    package func past() throws -> (commands: [Past], undoable: Int) {
        let undoing = try Undoing(session.changeLog)
        let active = Set(undoing.active.map(\.number))
        let commands = undoing.records.map { record in
            let isUndo = !record.undone.isEmpty || record.redone != nil
            return Past(
                number: record.number, time: record.time, title: record.title,
                isUndone: !active.contains(record.number) && !isUndo, files: record.changes.map(\.path))
        }
        return (commands, active.count)
    }

    /// Undoes the last commands.
    ///
    /// - Throws: a ``Diagnostic`` if there are fewer commands, or a file has changed since.
    package func undo(_ count: Int) async throws -> Outcome {
        try await PublicationLock.take(session) {
            let plan = try Undoing(session.changeLog).undoing(count)
            return try await carryOut(plan, undoing: plan.records.map(\.number), redoing: nil)
        }
    }

    /// Redoes the commands that were undone last.
    ///
    /// - Throws: a ``Diagnostic`` if another command has run since.
    package func redo() async throws -> Outcome {
        try await PublicationLock.take(session) {
            let plan = try Undoing(session.changeLog).redoing()
            return try await carryOut(plan, undoing: [], redoing: plan.records.first?.number)
        }
    }

    private func carryOut(_ plan: Undoing.Plan, undoing: [Int], redoing: Int?) async throws -> Outcome {
        let paths = plan.changes.all.map(\.path)
        let committed = await Self.committed(paths, session)
        try session.changeLog.apply(
            plan.changes, command: session.context.environment.command, at: session.now, undoing: undoing,
            redoing: redoing)
        return Outcome(titles: plan.records.map(\.title), files: paths, committed: committed)
    }

    /// Those of some files whose present content is in git's last commit.
    private static func committed(_ paths: [String], _ session: DraftSession) async -> [String] {
        var committed: [String] = []
        for path in paths {
            // Without git, or outside a repository, there is no commit.
            let slash = path.lastIndex(of: "/")
            let folder = slash.map { String(path[..<$0]) } ?? "."
            let name = String(slash.map { path[path.index(after: $0)...] } ?? path[...])
            func succeeds(_ arguments: [String]) async -> Bool {
                // Without git, nothing is committed.
                (try? await session.context.git.run(GitCommand(arguments, folder: folder)))?.status == 0
            }
            if await succeeds(["ls-files", "--error-unmatch", "--", name]),
                await succeeds(["diff", "--quiet", "HEAD", "--", name])
            {
                committed.append(path)
            }
        }
        return committed
    }
}
