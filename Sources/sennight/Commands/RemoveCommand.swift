import ArgumentParser
internal import Newsroom
internal import Text

struct RemoveCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove an entry from the draft, and record why.",
        discussion: "A removed entry isn't added again this week.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice

    @Argument(help: "The entry's URL.")
    var url: String

    @Option(help: "The reason, for the other editors and the person who submitted it.")
    var why: String

    @Option(help: "The heading that the entry is under, if the draft has the URL more than once.")
    var from: String?

    @Option(help: ArgumentHelp("The event's day, if several events have this URL.", valueName: "yyyy-mm-dd"))
    var date: CalendarDate?

    func run(_ session: DraftSession) async throws -> Outcome {
        let path = try await EntryChanges(session, draft: choice.draft).remove(
            .init(url: url, section: from, date: date), why: why)
        Terminal.print("\(path)")
        return .success
    }
}
