import ArgumentParser
internal import Draft
internal import Newsletter

struct MoveCommand: PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Move an entry of the draft into another section.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice

    @Argument(help: "The entry's address.")
    var url: String

    @Option(help: "The heading that it should stand under.")
    var section: String

    @Option(help: "The heading that it stands under, where it stands more than once.")
    var from: String?

    func run() throws {
        let session = try DraftSession(publication.location)
        let draft = try session.draft(named: choice.draft)
        let editing = EntryEditing(draft, publication: session.publication)
        let moved = try editing.moving(try editing.entry(with: url, in: from), to: section)
        let result = try NoneSentences(session.publication.draft.none).reconciled(moved)
        try session.save(result, over: draft)
        Terminal.print(session.openable(draft.file))
    }
}
