import ArgumentParser

/// The option for the draft that a command works on.
struct DraftChoice: ParsableArguments {
    @Option(
        help: ArgumentHelp("The draft. (default: the one with the latest date)", valueName: "file"),
        completion: .file(extensions: ["md"]))
    var draft: String?
}
