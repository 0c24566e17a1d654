import ArgumentParser
internal import Context
internal import Newsroom
internal import Text

/// The command of the workflow that may write to the repository. That workflow never sees the contributor's files, only
/// the report on them.
struct CommentCommand: NewsroomCommand {
    static let configuration = CommandConfiguration(
        commandName: "comment",
        abstract:
            "Post what the checks found in a pull request on GitHub, as one comment that is kept up to date.",
        discussion: """
            Reads the output of 'sennight check --format json' as untrusted text. Put the token into GITHUB_TOKEN. \
            Without --yes, the \
            comment is only shown.
            """)

    @Option(help: ArgumentHelp("The repository on GitHub.", valueName: "owner/name"))
    var repository: String

    @Option(help: ArgumentHelp("The branch of the pull request.", valueName: "owner:branch"))
    var head: String

    @Option(help: ArgumentHelp("The commit that was checked.", valueName: "sha"))
    var commit: String

    @Option(help: ArgumentHelp("The URL of GitHub's API, for your own server.", valueName: "url"))
    var api = "https://api.github.com"

    @Flag(help: "Write the comment.")
    var yes = false

    @Argument(help: "The report.", completion: .file())
    var report: String

    func validate() throws {
        guard PullRequestComments.isRepository(repository) else {
            throw ValidationError("--repository must be owner/name.")
        }
    }

    func run(_ context: Context) async throws -> Outcome {
        let comments = PullRequestComments(context)
        let comment = try comments.comment(on: report)
        guard yes else {
            Terminal.print("\(lines: comment.text)")
            Terminal.say("Would post this comment on the pull request of \(head). Add --yes to post it.")
            return .success
        }
        let outcome = try await comments.write(comment, repository: repository, head: head, at: commit, api: api)
        Terminal.say("\(outcome.sentence)")
        return .success
    }
}
