import ArgumentParser
internal import Context
internal import Draft
internal import Newsletter
internal import Settings
internal import Text

struct UndoCommand: AsyncParsableCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Undo what the last commands did to drafts, issues and decisions.",
        discussion: """
            A second undo goes one step further back; --redo takes the last undo back, as long as nothing else was done. \
            Both are refused if a file has changed since. The last \(ChangeLog.length) commands can be undone; commits, pushes and \
            what was collected stay.
            """)

    @OptionGroup var publication: PublicationOptions

    @Flag(help: "List the commands, the latest first, and change nothing.")
    var list = false

    @Flag(help: "Take the last undo back.")
    var redo = false

    @Argument(help: ArgumentHelp("How many commands.", valueName: "count"))
    var count = 1

    func validate() throws {
        if count < 1 { throw ValidationError("Undo one command or more.") }
        if list, redo { throw ValidationError("--list changes nothing; leave --redo out.") }
    }

    func run() async throws {
        try await run(try DraftSession(publication.location))
    }

    func run(_ session: DraftSession) async throws {
        if list { return try show(try Undoing(session.changeLog), session) }
        try await WritingTurn.take(session) {
            let undoing = try Undoing(session.changeLog)
            let plan = redo ? try undoing.redoing() : try undoing.undoing(count)
            let paths = plan.changes.all.map(\.path)
            let committed = await Self.committed(paths, session)
            try session.changeLog.apply(
                plan.changes, command: Program.words, at: session.now,
                undoing: redo ? [] : plan.records.map(\.number), redoing: redo ? plan.records.first?.number : nil)
            for record in plan.records { Terminal.say("\(redo ? "Taken back" : "Undone"): \(record.title)") }
            if !committed.isEmpty {
                Terminal.say(
                    "These files were already committed; commit them again: \(committed.joined(separator: ", "))")
            }
            for path in paths { Terminal.print("\(path)") }
        }
    }

    private func show(_ undoing: Undoing, _ session: DraftSession) throws {
        let active = Set(undoing.active.map(\.number))
        for record in undoing.records {
            let isUndo = !record.undone.isEmpty || record.redone != nil
            let state = active.contains(record.number) || isUndo ? "" : " (undone)"
            let files = record.changes.map(\.path).joined(separator: ", ")
            Terminal.print("\(record.number)  \(SourceState.moment(record.time))  \(record.title)\(state)  \(files)")
        }
        Terminal.say("\(active.count) can be undone.")
    }

    /// The files that git has in its last commit as they are now.
    private static func committed(_ paths: [String], _ session: DraftSession) async -> [String] {
        var committed: [String] = []
        for path in paths {
            // Without git or outside a repository there is no commit to speak of.
            let slash = path.lastIndex(of: "/")
            let folder = slash.map { String(path[..<$0]) } ?? "."
            let name = String(slash.map { path[path.index(after: $0)...] } ?? path[...])
            func succeeds(_ arguments: [String]) async -> Bool {
                // Without git nothing is committed.
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
