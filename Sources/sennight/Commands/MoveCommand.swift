import ArgumentParser
internal import Newsroom
internal import Text

struct MoveCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Move an entry of the draft to another section.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice

    @Argument(help: "The entry's URL.")
    var url: String

    @Option(help: "The heading of the section to move the entry to.")
    var section: String

    @Option(help: "The heading that the entry is under, if the draft has the URL more than once.")
    var from: String?

    @Option(help: ArgumentHelp("The event's day, if several events have this URL.", valueName: "yyyy-mm-dd"))
    var date: CalendarDate?

    func run(_ session: DraftSession) async throws -> Outcome {
        let path = try await EntryChanges(session, draft: choice.draft).move(
            .init(url: url, section: from, date: date), to: section)
        Terminal.print("\(path)")
        return .success
    }
}
