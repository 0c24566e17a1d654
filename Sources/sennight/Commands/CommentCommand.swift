import ArgumentParser
internal import Context
internal import Newsroom
internal import Text

/// For the workflow that may write: it never sees the stranger's files, only the report on them.
struct CommentCommand: NewsroomCommand {
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
        guard PullRequestComments.isRepository(repository) else {
            throw ValidationError("--repository is written as owner/name.")
        }
    }

    func run(_ context: Context) async throws -> Outcome {
        let comments = PullRequestComments(context)
        let comment = try comments.comment(on: report)
        guard yes else {
            Terminal.print("\(lines: comment.text)")
            Terminal.say("Would write this below the pull request of \(head). Say --yes to do it.")
            return .success
        }
        let outcome = try await comments.write(comment, repository: repository, head: head, at: commit, api: api)
        Terminal.say("\(outcome.sentence)")
        return .success
    }
}
