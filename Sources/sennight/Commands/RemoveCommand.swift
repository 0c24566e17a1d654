import ArgumentParser
internal import Newsroom
internal import Text

struct RemoveCommand: SessionCommand {
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

    func run(_ session: DraftSession) async throws -> Outcome {
        let path = try await EntryChanges(session, draft: choice.draft).remove(
            .init(url: url, section: from, date: date), why: why)
        Terminal.print("\(path)")
        return .success
    }
}
