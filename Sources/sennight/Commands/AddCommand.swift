import ArgumentParser
internal import Newsletter
internal import Newsroom
internal import Text

struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add an entry to the draft, in the right form and section.",
        discussion: "Refuses what is already in the draft or was in one of the last issues.",
        subcommands: [AddLink.self, AddEvent.self, AddCall.self, AddPick.self, AddQuote.self],
        defaultSubcommand: AddLink.self)
}

/// The options of every kind of entry.
struct NewEntryOptions: ParsableArguments {
    @OptionGroup var choice: DraftChoice

    @Flag(help: "Add it even if it was in one of the last issues, or was removed from this one.")
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
