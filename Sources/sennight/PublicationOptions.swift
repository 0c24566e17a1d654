import ArgumentParser
internal import Settings

/// The options by which every command finds the publication.
struct PublicationOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The publication's root.", valueName: "dir"))
    var publication = "."

    @Option(help: ArgumentHelp("The settings. (default: sennight.yaml at the publication's root)", valueName: "file"))
    var settings: String?

    @Option(help: ArgumentHelp("Where the program keeps what it remembers. (default: .sennight at the publication's root)", valueName: "dir"))
    var state: String?

    var location: PublicationLocation {
        PublicationLocation(root: publication, settings: settings, state: state)
    }
}
