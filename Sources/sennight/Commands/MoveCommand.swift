import ArgumentParser
internal import Draft
internal import Newsletter
internal import Text

struct MoveCommand: PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Move an entry of the draft into another section.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice

    @Argument(help: "The entry's address.")
    var url: String

    @Option(help: "The heading that it should stand under.")
    var section: String

    @Option(help: "The heading that it stands under, where it stands more than once.")
    var from: String?

    @Option(help: ArgumentHelp("The event's day, where several have this address.", valueName: "yyyy-mm-dd"))
    var date: CalendarDate?

    func run() throws {
        try run(try DraftSession(publication.location))
    }

    func run(_ session: DraftSession) throws {
        try WritingTurn.take(session) { try move(session) }
    }

    private func move(_ session: DraftSession) throws {
        let draft = try session.draft(named: choice.draft)
        var memory = try session.decisions(on: draft)
        let editing = EntryEditing(draft, publication: session.publication)
        let found = try editing.entry(with: url, in: from, on: date)
        let moved = try editing.moving(found, to: section)
        let result = try NoneSentences(session.publication.draft.none).reconciled(moved, after: draft)
        // An event elsewhere is another one to whoever collects it: it must not come in once more.
        memory.remember(
            Decision(
                identity: found.identity, decision: .placed, title: found.entry.title, section: section,
                source: memory[found.identity]?.source))
        try session.save(result, over: draft, remembering: memory)
        Terminal.print("\(draft.path)")
    }
}
