import ArgumentParser
internal import Context
internal import Newsroom
internal import Settings
internal import Text

struct InitCommand: NewsroomCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Create a new publication, ready to build.")

    @Option(help: "The publication's title.")
    var title = "My Weekly"

    @Option(help: "The URL of the published site.")
    var url = "https://weekly.example.org/"

    @Option(help: "The language of headings, labels and dates on the site, such as en, de, es or fr.")
    var language = "en"

    @Flag(help: "Also create a git repository in the folder, and set it up to merge issues by entries.")
    var git = false

    @Argument(help: ArgumentHelp("A new or empty folder.", valueName: "dir"))
    var folder: String?

    func validate() throws {
        if folder == nil {
            throw ValidationError(
                git
                    ? "For an existing clone, 'init --git' is now 'sennight merge-driver install'."
                    : "Name a new folder.")
        }
        guard NewPublication.isLanguage(language) else {
            throw ValidationError("--language must be a language tag, such as en, de, es or fr.")
        }
    }

    func run(_ context: Context) async throws -> Outcome {
        let folder = folder ?? "."
        do {
            let new = NewPublication(in: folder, context: context)
            for file in try new.make(title: title, url: url, language: language, isRepeatable: git) {
                let exists: PrintableText = "\(file.path) already exists and was not changed."
                file.isWritten ? Terminal.print("\(file.path)") : Terminal.say(exists)
            }
        } catch let error as NewPublication.NotEmpty {
            let clone = "For an existing clone: 'sennight merge-driver install --publication \(error.folder)'."
            throw ValidationError("'\(error.folder)' is not empty. Name a new folder." + (git ? " " + clone : ""))
        }
        Terminal.say(
            "Build the site with: sennight build --publication \(folder)\n"
                + "Preview the site with: sennight serve --publication \(folder)")
        if git {
            let setup = GitSetup(PublicationLocation(root: folder), context: context)
            let outcome = try await setup.installInNewRepository()
            if let root = outcome.enclosing {
                Terminal.say("The folder is in the git repository \(root), so no new repository was made.")
            }
            MergeDriverInstallCommand.report(outcome)
        }
        return .success
    }
}
