import ArgumentParser
internal import Newsletter
internal import Newsroom
internal import Text

struct AddQuote: SessionCommand {
    static let configuration = CommandConfiguration(commandName: "quote", abstract: "Add the quote of the week.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var entry: NewEntryOptions

    @Argument(help: "The URL of the post or page that is quoted.")
    var url: String

    @Option(help: "The text of the quote.")
    var text: String

    @Option(help: "The author of the quote.")
    var by: String

    @Option(help: "The heading to add the quote under, if the draft has several for quotes.")
    var section: String?

    @Option(help: "Who suggested the quote.")
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
