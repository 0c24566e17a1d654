import ArgumentParser
internal import Newsletter
internal import Newsroom
internal import Text

struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add an entry to the draft, in the right form and section.",
        discussion: "An entry that is already in the draft, or was in one of the last issues, is refused.",
        subcommands: [AddLink.self, AddEvent.self, AddCall.self, AddPick.self, AddQuote.self],
        defaultSubcommand: AddLink.self)
}

/// The options for adding an entry of any kind.
struct NewEntryOptions: ParsableArguments {
    @OptionGroup var choice: DraftChoice

    @Flag(help: "Add the entry even if it was in one of the last issues, or was removed from this draft.")
    var again = false

    func adding(_ session: DraftSession) -> Adding { Adding(session, draft: choice.draft, again: again) }
}

extension Outcome {
    /// Prints the file and line of a new entry.
    static func added(_ entry: PlacedEntry) -> Outcome {
        Terminal.print("\(entry.file)\(entry.line.map { ":\($0)" } ?? "")")
        return .success
    }
}
