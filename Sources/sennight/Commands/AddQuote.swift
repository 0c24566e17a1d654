import ArgumentParser
internal import Newsletter
internal import Newsroom
internal import Text

struct AddQuote: SessionCommand {
    static let configuration = CommandConfiguration(commandName: "quote", abstract: "Add the quote of the week.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var entry: NewEntryOptions

    @Argument(help: "Where it was said.")
    var url: String

    @Option(help: "What was said.")
    var text: String

    @Option(help: "Who said it.")
    var by: String

    @Option(help: "Its heading, where the draft has several for quotes.")
    var section: String?

    @Option(help: "Who suggested it.")
    var thanks: String?

    func run(_ session: DraftSession) async throws -> Outcome {
        return .added(
            try await entry.adding(session).add(
                Candidate(
                    source: "add", kind: .quote, section: section, title: by, url: url,
                    content: .quote(Quote(text: text, attribution: by)),
                    facts: thanks.map { [.signal(.thanks, $0)] } ?? [])))
    }
}
