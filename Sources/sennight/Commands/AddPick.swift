import ArgumentParser
internal import Newsletter
internal import Newsroom
internal import Text

struct AddPick: SessionCommand {
    static let configuration = CommandConfiguration(commandName: "pick", abstract: "Add the pick of the week.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var entry: NewEntryOptions

    @Argument(help: "The pick's URL.")
    var url: String

    @Option(help: "The name of the pick.")
    var title: String

    @Option(help: "The heading to add the pick under, if the draft has several for picks.")
    var section: String?

    @Option(help: "What the pick is, in a few words: 'a tool to …'.")
    var description: String?

    @Option(help: "Who suggested the pick.")
    var thanks: String?

    func run(_ session: DraftSession) async throws -> Outcome {
        let facts: [Candidate.Fact?] = [
            description.map { .signal(.description, $0) }, thanks.map { .signal(.thanks, $0) },
        ]
        return .added(
            try await entry.adding(session).add(
                Candidate(
                    source: "add", kind: .pick, section: section, title: title, url: url, content: .pick,
                    facts: facts.compactMap { $0 })))
    }
}
