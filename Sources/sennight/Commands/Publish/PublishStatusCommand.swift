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

    func run(_ publishing: Publishing) async throws -> Outcome {
        let all = try await PublishStatus.journals(publishing)
        let chosen = issue.map { number in all.filter { $0.issue == number } } ?? Array(all.suffix(5))
        if format == .json {
            Terminal.print(PrintableText(PublishStatus.json(of: chosen)))
            return chosen.contains { $0.ending == nil } ? .findings : .success
        }
        guard !chosen.isEmpty else {
            Terminal.say(issue.map { "Issue \($0) wasn't published from here." } ?? "Nothing was published from here.")
            return .success
        }
        for journal in chosen { Terminal.print(PublishStatus.text(of: journal)) }
        return chosen.contains { $0.ending == nil } ? .findings : .success
    }
}
