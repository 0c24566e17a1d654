import ArgumentParser
internal import Build
internal import Context
internal import Live
internal import Newsletter

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a new publication that builds at once.")

    @Option(help: "Its title.")
    var title = "My Weekly"

    @Option(help: "The web address it will have.")
    var url = "https://weekly.example.org/"

    @Option(help: "The language of the words that the program adds: en or de.")
    var language = "en"

    @Argument(help: ArgumentHelp("A new or empty folder.", valueName: "dir"))
    var folder: String

    func validate() throws {
        guard Words.all.contains(where: { $0.language == language }) else {
            throw ValidationError("--language must be one of: \(Words.all.map(\.language).joined(separator: ", "))")
        }
    }

    func run() throws {
        let context = Context.live
        guard try context.files.list(folder).isEmpty else {
            throw ValidationError("'\(folder)' is not empty. Name a new folder.")
        }
        let days = context.clock.now() / 86_400_000_000_000
        guard let today = CalendarDate(daysSince1970: days) else { throw ExitCode(2) }
        for (path, text) in Starter.files(title: title, url: url, language: language, today: today) {
            try context.files.write("\(folder)/\(path)", Array(text.utf8))
            Terminal.print("\(folder)/\(path)")
        }
        Terminal.say(
            "Build it with: sennight build --publication \(folder)\nLook at it with: sennight serve --publication \(folder)"
        )
    }
}
