import ArgumentParser
internal import Text

struct DraftCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Create the next issue's draft from the template, or fill it with collected candidates.",
        discussion: """
            The draft's number and date follow from the calendar in the settings. Events that are still to come and \
            open calls for speakers are \
            carried over from the last issue. An existing draft is never replaced.
            """,
        subcommands: [DraftNewCommand.self, DraftFillCommand.self],
        defaultSubcommand: DraftNewCommand.self)
}

extension CalendarDate: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(iso8601: argument)
    }
}
