import ArgumentParser
internal import Newsletter
internal import Newsroom
internal import Search
internal import Text

struct SearchCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Search everything that was ever published.",
        discussion: """
            Words, "phrases", -without, site:github.com, section:quote, tag:video, year:2020..2022, issue:530.
            Write options before the query. After '--', a word of the query may begin with a hyphen.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
        case text, json
    }

    enum Order: String, ExpressibleByArgument, CaseIterable, Sendable {
        case relevance, date
    }

    @OptionGroup var publication: PublicationOptions

    @Option(help: "The output format.")
    var format = Format.text

    @Option(help: ArgumentHelp("The maximum number of results to show.", valueName: "n"))
    var limit = 10

    @Option(help: "The order of the results: the most relevant first, or the newest first.")
    var order = Order.relevance

    @Option(help: ArgumentHelp("Open the result with this number in the browser.", valueName: "n"))
    var open: Int?

    @Argument(help: "What to search for.")
    var query: [String]

    func run(_ session: DraftSession) async throws -> Outcome {
        let search = try await ArchiveSearch(
            session, for: query.joined(separator: " "), limit: max(limit, open ?? 0, 0),
            order: order == .date ? .date : .relevance)
        if let open {
            guard search.results.hits.indices.contains(open - 1) else {
                throw Diagnostic("there is no result \(open)", remedy: "Search without --open to see the results")
            }
            try LiveContext.browse(search.url(of: search.results.hits[open - 1]))
            return .success
        }
        switch format {
        case .text: Terminal.print(search.text, endsLine: false)
        case .json: Terminal.print(PrintableText(search.json))
        }
        if format == .text { Terminal.say("\(search.results.total.counted("result")).") }
        return .success
    }
}
