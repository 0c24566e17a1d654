import ArgumentParser
internal import Build
internal import Context
internal import Live
internal import Newsletter
internal import Settings
internal import Text

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a new publication that builds at once.")

    @Option(help: "Its title.")
    var title = "My Weekly"

    @Option(help: "The web address it will have.")
    var url = "https://weekly.example.org/"

    @Option(help: "The language of the words that the program adds: en or de.")
    var language = "en"

    @Flag(help: "Make the clone in DIR merge issues by entries: writes .gitattributes and git's settings.")
    var git = false

    @Argument(
        help: ArgumentHelp("A new or empty folder; with --git a publication, by default this folder.", valueName: "dir")
    )
    var folder: String?

    func validate() throws {
        if folder == nil, !git { throw ValidationError("Name a new folder, or say --git.") }
        guard Words.all.contains(where: { $0.language == language }) else {
            throw ValidationError("--language must be one of: \(Words.all.map(\.language).joined(separator: ", "))")
        }
    }

    func run() async throws {
        let context = Context.live
        let folder = folder ?? "."
        if git {
            let location = PublicationLocation(root: folder)
            return try await GitSetup(files: context.files, git: context.git, location: location).run()
        }
        let days = context.clock.now() / 86_400_000_000_000
        guard let today = CalendarDate(daysSince1970: days) else { throw ExitCode(2) }
        let words = Words.of(language)
        let settings = Starter.settings(title: title, url: url, words: words, weekday: today.weekday)
        // What would not build is told before anything is written.
        _ = try SettingsReader.publication(from: settings, file: "\(folder)/sennight.yaml") { _ in "" }
        let files = Starter.files(title: title, settings: settings, words: words, today: today)
        try checkIsNew(folder, files, context.files)
        for (path, text) in files {
            let path = "\(folder)/\(path)"
            let old = try context.files.readIfPresent(path)
            guard old == nil || old == Array(text.utf8) else {
                Terminal.say("\(path) is there already and stays as it is.")
                continue
            }
            try context.files.write(path, Array(text.utf8))
            Terminal.print("\(path)")
        }
        Terminal.say(
            "Build it with: sennight build --publication \(folder)\n"
                + "Look at it with: sennight serve --publication \(folder)")
    }

    /// A folder in which an interrupted run wrote some of the files, and nobody anything else, counts as new.
    ///
    /// - Throws: a `ValidationError` if something else is there, or everything already; ``FileError``.
    private func checkIsNew(_ folder: String, _ files: [(path: String, text: String)], _ access: Files) throws {
        for path in [""] + files.map(\.path) {
            let parent = path.lastIndex(of: "/").map { "/" + path[..<$0] } ?? ""
            access.removeTemporaries(folder + parent)
        }
        let present = try access.list(folder).map(\.path)
        let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) })
        let isOurs = try present.allSatisfy { try access.read("\(folder)/\($0)") == texts[$0].map { Array($0.utf8) } }
        let isComplete = try files.allSatisfy { try access.readIfPresent("\(folder)/\($0.path)") != nil }
        guard isOurs, !isComplete else {
            throw ValidationError("'\(folder)' is not empty. Name a new folder.")
        }
    }
}
