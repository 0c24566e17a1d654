import ArgumentParser
internal import Context
internal import Newsroom
internal import Text

struct ThemeCommand: NewsroomCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme",
        abstract: "List the theme's files, or copy them into the publication to change them.",
        discussion: "A file in the publication's theme folder replaces the built-in one of the same name.")

    @OptionGroup var publication: PublicationOptions

    @Flag(help: "Copy the built-in files into the publication's theme folder; existing files are kept.")
    var eject = false

    func run(_ context: Context) async throws -> Outcome {
        guard eject else {
            for name in ThemeFiles.names { Terminal.print("\(name)") }
            return .success
        }
        for file in try ThemeFiles.eject(publication.location, context: context) {
            if file.isWritten {
                Terminal.print("\(file.path)")
            } else {
                Terminal.say("\(file.path) already exists and was not changed.")
            }
        }
        return .success
    }
}
