import ArgumentParser
internal import Check
internal import Context
internal import Draft
internal import Foundation
internal import Live
internal import Newsletter
internal import Text
internal import Web

/// For the workflow that may write: it never sees the stranger's files, only the report on them.
struct CommentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "comment",
        abstract:
            "Say below a pull request on GitHub what the checks found in it, in one comment that is kept up to date.",
        discussion: """
            Reads what 'sennight check --format json' wrote, as a stranger's text. The token stands in GITHUB_TOKEN. \
            Without --yes it only shows the comment.
            """)

    @Option(help: ArgumentHelp("The repository on GitHub.", valueName: "owner/name"))
    var repository: String

    @Option(help: ArgumentHelp("The branch of the pull request.", valueName: "owner:branch"))
    var head: String

    @Option(help: ArgumentHelp("The commit that was checked.", valueName: "sha"))
    var commit: String

    @Option(help: ArgumentHelp("GitHub's interface, for one that stands in your own house.", valueName: "url"))
    var api = "https://api.github.com"

    @Flag(help: "Write the comment.")
    var yes = false

    @Argument(help: "The report.", completion: .file())
    var report: String

    func validate() throws {
        let parts = repository.split(separator: "/", omittingEmptySubsequences: false)
        let isName =
            parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty && part != "." && part != ".."
                    && part.utf8.allSatisfy {
                        $0 < 0x80 && ($0 == 0x2D || $0 == 0x2E || $0 == 0x5F || isalnum(Int32($0)) != 0)
                    }
            }
        guard isName else { throw ValidationError("--repository is written as owner/name.") }
    }

    func run() async throws {
        let context = Context.live
        let report = try StoredReport(try context.files.read(report, atMost: StoredReport.largest), file: report)
        let text = PullRequestComment.text(report)
        var rules = IntakeRules()
        rules.api = api
        let client = GitHubClient(
            http: try WebAccess.live(), rules: rules, repository: repository,
            token: try Secret.named("GITHUB_TOKEN", files: context.files))
        guard yes else {
            Terminal.print("\(lines: text)")
            return Terminal.say("Would write this below the pull request of \(head). Say --yes to do it.")
        }
        guard let pull = try await client.pullRequest(head: head, at: commit) else {
            return Terminal.say("No open pull request is at this commit any more; nothing was written.")
        }
        let outcome = try await client.keepComment(
            on: pull, text, marker: PullRequestComment.marker, isNeeded: !report.diagnostics.isEmpty)
        Terminal.say("\(outcome.sentence(on: pull))")
    }
}

extension GitHubClient.CommentOutcome {
    fileprivate func sentence(on pull: Int) -> String {
        switch self {
        case .posted: "#\(pull) has its comment."
        case .updated: "The comment below #\(pull) is up to date."
        case .unchanged: "The comment below #\(pull) says so already."
        case .notNeeded: "There is nothing to say below #\(pull)."
        }
    }
}
