import ArgumentParser
internal import Draft
internal import Newsletter

struct SortCommand: PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "sort", abstract: "Put the draft's events in order, and their regions in theirs.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice

    func run() throws {
        try WritingTurn.take(at: publication.location) { try sort() }
    }

    private func sort() throws {
        let session = try DraftSession(publication.location)
        let draft = try session.draft(named: choice.draft)
        let sorted = try EventSorting(regions: session.publication.draft.regions).sorted(draft)
        try session.save(sorted, over: draft)
        Terminal.say(sorted.bytes == draft.bytes ? "In order already." : "Sorted.")
        Terminal.print("\(draft.path)")
    }
}
