import ArgumentParser
internal import Newsletter
internal import Newsroom
internal import Text

struct AddLink: SessionCommand {
    static let configuration = CommandConfiguration(commandName: "link", abstract: "A link.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var entry: NewEntryOptions

    @Argument(help: "The link's URL.")
    var url: String

    @Option(help: "The heading to add the link under. (default: the heading of similar links in earlier issues)")
    var section: String?

    @Option(help: "The link's title. (default: the title of the page)")
    var title: String?

    @Option(help: "A tag to put before the title, such as video; can be repeated.")
    var tag: [String] = []

    func run(_ session: DraftSession) async throws -> Outcome {
        let adding = entry.adding(session)
        var candidate = Candidate(
            source: "add", kind: .links, section: section, title: title ?? "", url: url, tags: tag)
        if title == nil { candidate.title = try await adding.pageTitle(of: url) }
        return .added(try await adding.add(candidate, suggestsSection: section == nil))
    }
}
