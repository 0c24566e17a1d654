import ArgumentParser
internal import Newsroom
internal import Text

struct SortCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "sort", abstract: "Sort the draft's events and their regions.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice

    func run(_ session: DraftSession) async throws -> Outcome {
        let sorted = try await EntryChanges(session, draft: choice.draft).sort()
        Terminal.say(sorted.hasChanged ? "Sorted." : "Already sorted.")
        Terminal.print("\(sorted.path)")
        return .success
    }
}
