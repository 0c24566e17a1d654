import ArgumentParser
internal import Context
internal import Settings

/// The options with which every command finds the publication.
struct PublicationOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The publication's folder.", valueName: "dir"))
    var publication = "."

    @Option(
        help: ArgumentHelp("The settings file. (default: sennight.yaml in the publication's folder)", valueName: "file")
    )
    var settings: String?

    @Option(
        help: ArgumentHelp(
            "The folder for caches and undo records. (default: .sennight in the publication's folder)",
            valueName: "dir"))
    var state: String?

    @Option(help: "Whether messages are coloured: auto, always or never.")
    var color = ColorChoice.auto

    /// Looks for the settings in the folders above, as git does, if the current folder has none and the user named
    /// neither a publication nor settings.
    mutating func findAbove(_ files: Files) {
        guard publication == ".", settings == nil, files.status("sennight.yaml") == nil else { return }
        var folder = ".."
        for _ in 0..<Self.mostFoldersAbove {
            if files.status("\(folder)/sennight.yaml") != nil {
                publication = folder
                return
            }
            guard files.realPath(folder) != "/" else { return }
            folder += "/.."
        }
    }

    private static let mostFoldersAbove = 32

    var location: PublicationLocation {
        PublicationLocation(root: publication, settings: settings, state: state)
    }
}

/// Whether messages are coloured.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable, Sendable {
    case auto, always, never
}

/// A command that works on a publication.
protocol PublicationCommand: ParsableCommand {
    var publication: PublicationOptions { get set }
}
