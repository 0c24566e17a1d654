import ArgumentParser
internal import Context
internal import Newsletter
internal import Newsroom
internal import Text

struct MergeDriverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge-driver",
        abstract: "Set up git so that it merges the newsletter's issues by their entries.",
        subcommands: [MergeDriverInstallCommand.self])
}

struct MergeDriverInstallCommand: NewsroomCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Set up this clone so that git merges the newsletter's issues by their entries.")

    @OptionGroup var publication: PublicationOptions

    func run(_ context: Context) async throws -> Outcome {
        Self.report(try await GitSetup(publication.location, context: context).install())
        return .success
    }

    static func report(_ outcome: GitSetup.Outcome) {
        if outcome.isUnchanged {
            Terminal.say("\(outcome.attributes) is already set up.")
        } else {
            Terminal.print("\(outcome.attributes)")
        }
        if outcome.isOfThisClone {
            Terminal.say(
                "git ignores \(GitSetup.attributes) here, so only this clone was set"
                    + " up. Run this command in every clone, "
                    + "or write '!/\(GitSetup.attributes)' at the end of .gitignore and run the command again.")
        }
        for warning in outcome.warnings { Terminal.say("\(warning)") }
    }
}
