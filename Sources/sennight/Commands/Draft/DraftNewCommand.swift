import ArgumentParser
internal import Newsroom
internal import Text

struct DraftNewCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Create the draft. 'sennight draft' does the same.")

    @OptionGroup var publication: PublicationOptions

    @Option(help: ArgumentHelp("The issue's date. (default: the next day in the calendar)", valueName: "yyyy-mm-dd"))
    var date: CalendarDate?

    @Flag(help: .hidden)
    var collect = false

    func validate() throws {
        if collect { throw ValidationError("'draft --collect' is now 'sennight draft fill'.") }
    }

    func run(_ session: DraftSession) async throws -> Outcome {
        Terminal.print("\(try await NewDraft(session).write(date: date))")
        return .success
    }
}
