import ArgumentParser
internal import Newsletter

struct DraftCommand: AsyncParsableCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Make the next issue's draft from the template.",
        discussion: """
            Number and date follow the calendar in the settings. Events that are still to come and calls for speakers \
            that are open are carried over from the last issue. A draft that is there already is never touched.
            """)

    @OptionGroup var publication: PublicationOptions

    @Option(help: ArgumentHelp("The issue's day. (default: by the calendar)", valueName: "yyyy-mm-dd"))
    var date: CalendarDate?

    func run() async throws {
        let session = try DraftSession(publication.location)
        Terminal.print(
            try await WritingTurn.take(at: session.location) { try await NewDraft(session: session).make(date: date) })
    }
}

extension CalendarDate: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(iso8601: argument)
    }
}
