import ArgumentParser
internal import Context
internal import Newsroom
internal import Text

struct ThemeCommand: NewsroomCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme",
        abstract: "Show the shipped theme's files, or write them out to change them.",
        discussion: "A file in the publication's theme folder takes the place of the shipped one of the same name.")

    @OptionGroup var publication: PublicationOptions

    @Flag(help: "Write the shipped files into the publication's theme folder; files that are there stay.")
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
                Terminal.say("\(file.path) is there already and stays as it is.")
            }
        }
        return .success
    }
}
