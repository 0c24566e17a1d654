import ArgumentParser
internal import Draft
internal import Newsletter
internal import Text

struct RemoveCommand: PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take an entry out of the draft, and remember why.",
        discussion: "What was taken out does not come back by itself this week.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice

    @Argument(help: "The entry's address.")
    var url: String

    @Option(help: "The reason, for the other editors and for who sent it.")
    var why: String

    @Option(help: "The heading that it stands under, where it stands more than once.")
    var from: String?

    @Option(help: ArgumentHelp("The event's day, where several have this address.", valueName: "yyyy-mm-dd"))
    var date: CalendarDate?

    func run() throws {
        try run(try DraftSession(publication.location))
    }

    func run(_ session: DraftSession) throws {
        try WritingTurn.take(session) { try remove(session) }
    }

    private func remove(_ session: DraftSession) throws {
        let draft = try session.draft(named: choice.draft)
        var memory = try session.decisions(on: draft)
        let editing = EntryEditing(draft, publication: session.publication)
        let found = try editing.entry(with: url, in: from, on: date)
        let result = try NoneSentences(session.publication.draft.none).reconciled(
            try editing.removing(found), after: draft)
        memory.remember(
            Decision(
                identity: found.identity, decision: .removed, title: found.entry.title, section: found.section.title,
                why: why, source: memory[found.identity]?.source))
        try session.save(result, over: draft, remembering: memory)
        Terminal.print("\(draft.path)")
    }
}
