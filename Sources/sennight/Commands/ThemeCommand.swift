import ArgumentParser
internal import Build
internal import Context
internal import Live
internal import Newsletter
internal import Settings
internal import Text

struct ThemeCommand: PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme",
        abstract: "Show the shipped theme's files, or write them out to change them.",
        discussion: "A file in the publication's theme folder takes the place of the shipped one of the same name.")

    @OptionGroup var publication: PublicationOptions

    @Flag(help: "Write the shipped files into the publication's theme folder; files that are there stay.")
    var eject = false

    func run() throws {
        let context = Context.live
        let files =
            ShippedTheme.templates.map { ("\($0.key).mustache", Array($0.value.utf8)) } + [
                ("style.css", ShippedTheme.styleSheet)
            ]
        let sorted = files.sorted { $0.0 < $1.0 }
        guard eject else {
            for (name, _) in sorted { Terminal.print("\(name)") }
            return
        }
        let settings = try publication.location.publication(context.files)
        context.files.removeTemporaries(publication.location.path(settings.folders.theme))
        for (name, bytes) in sorted {
            let path = publication.location.path("\(settings.folders.theme)/\(name)")
            if context.files.status(path) != nil {
                Terminal.say("\(path) is there already and stays as it is.")
            } else {
                try context.files.write(path, bytes)
                Terminal.print("\(path)")
            }
        }
    }
}
