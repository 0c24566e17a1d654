import ArgumentParser
internal import Newsroom
internal import Publish
internal import Text

struct PublishStatusCommand: PublishingCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show what was published, and which steps are open.")

    @OptionGroup var publication: PublicationOptions

    @Argument(help: "The number of an issue. (default: the last five)")
    var issue: Int?

    @Option(help: "How to print the plans: text or json.")
    var format = ResultFormat.text

    @Option(help: "Also compare the pages of this many issues, and the feeds, with what a build makes.")
    var compare: Int?

    func run(_ publishing: Publishing) async throws -> Outcome {
        let all = try await PublishStatus.current(publishing)
        let chosen = issue.map { number in all.filter { $0.issue == number } } ?? Array(all.suffix(5))
        if format == .json {
            Terminal.print(PrintableText(PublishStatus.json(of: chosen)))
            return chosen.contains { $0.resolution == nil } ? .findings : .success
        }
        var differ = false
        if let compare {
            for page in try await PublishStatus.pages(publishing, ofLast: compare) {
                Terminal.print(page.printableText)
                differ = differ || page.state != .same
            }
        }
        guard !chosen.isEmpty else {
            Terminal.say(issue.map { "Issue \($0) wasn't published from here." } ?? "Nothing was published from here.")
            return differ ? .findings : .success
        }
        for journal in chosen { Terminal.print(PublishStatus.text(of: journal)) }
        return differ || chosen.contains { $0.resolution == nil } ? .findings : .success
    }
}
