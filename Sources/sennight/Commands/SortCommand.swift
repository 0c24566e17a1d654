import ArgumentParser
internal import Draft
internal import Newsletter
internal import Text

struct SortCommand: PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "sort", abstract: "Put the draft's events in order, and their regions in theirs.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice

    func run() throws {
        try run(try DraftSession(publication.location))
    }

    func run(_ session: DraftSession) throws {
        try WritingTurn.take(session) { try sort(session) }
    }

    private func sort(_ session: DraftSession) throws {
        let draft = try session.draft(named: choice.draft)
        let sorted = try EventSorting(regions: session.publication.draft.regions).sorted(draft)
        try session.save(sorted, over: draft)
        Terminal.say(sorted.bytes == draft.bytes ? "In order already." : "Sorted.")
        Terminal.print("\(draft.path)")
    }
}
