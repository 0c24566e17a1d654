import ArgumentParser
internal import Newsletter
internal import Newsroom
internal import Text

struct AddCall: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "Add a call for participation: a task, or a conference looking for speakers.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var entry: NewEntryOptions

    @Argument(help: "The URL of the call.")
    var url: String

    @Option(help: "The task's title, or the event's name.")
    var title: String

    @Option(help: "The heading to add the call under.")
    var section: String?

    @Option(help: "The project the task belongs to.")
    var project: String?

    @Option(help: ArgumentHelp("The last day of a call for speakers.", valueName: "yyyy-mm-dd"))
    var closes: CalendarDate?

    @Option(help: "The place of the event: 'Ulm, DE', 'Seattle, WA, US'.")
    var place: String?

    @Option(help: "The date of the event.")
    var date: String?

    func validate() throws {
        if project != nil, closes != nil {
            throw ValidationError("--project is only for tasks, and --closes only for calls for speakers.")
        }
    }

    func run(_ session: DraftSession) async throws -> Outcome {
        let call = CallForParticipation(
            kind: closes == nil ? .project : .event, closes: closes, place: place, date: date)
        return .added(
            try await entry.adding(session).add(
                Candidate(
                    source: "add", kind: .participation, section: section,
                    title: project.map { "\($0) - \(title)" } ?? title, url: url, content: .callForParticipation(call)))
        )
    }
}
