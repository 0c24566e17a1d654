import ArgumentParser
internal import Newsroom
internal import Text

struct UndoCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Undo what the last commands changed in drafts, issues and decisions.",
        discussion: """
            A second undo goes one step further back. --redo reverses the last undo, unless another command has run \
            since. Undo and redo \
            are refused if a file has changed in the meantime. The last \(UndoneCommands.most) commands can be \
            undone; commits, pushes and \
            collected candidates stay.
            """)

    @OptionGroup var publication: PublicationOptions

    @Flag(help: "List the commands, latest first, and change nothing.")
    var list = false

    @Flag(help: "Redo the command that was undone last.")
    var redo = false

    @Argument(help: ArgumentHelp("How many commands to undo.", valueName: "count"))
    var count = 1

    func validate() throws {
        if count < 1 { throw ValidationError("The count must be at least 1.") }
        if list, redo { throw ValidationError("--list changes nothing. Leave out --redo.") }
    }

    func run(_ session: DraftSession) async throws -> Outcome {
        let undoing = UndoneCommands(session)
        if list { return try show(undoing) }
        let outcome = redo ? try await undoing.redo() : try await undoing.undo(count)
        for title in outcome.titles { Terminal.say("\(redo ? "Redone" : "Undone"): \(title)") }
        if !outcome.committed.isEmpty {
            Terminal.say(
                "These files were already committed. Commit them again: \(outcome.committed.joined(separator: ", "))")
        }
        for file in outcome.files { Terminal.print("\(file)") }
        return .success
    }

    private func show(_ undoing: UndoneCommands) throws -> Outcome {
        let past = try undoing.past()
        for command in past.commands {
            let state = command.isUndone ? " (undone)" : ""
            let files = command.files.joined(separator: ", ")
            Terminal.print(
                "\(command.number)  \(SourceState.moment(command.time))  \(command.title)\(state)  \(files)")
        }
        Terminal.say("\(past.undoable.counted("command")) can be undone.")
        return .success
    }
}
