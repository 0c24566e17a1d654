import ArgumentParser
internal import Newsroom
internal import Text

struct DraftFillCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "fill",
        abstract: "Fill the draft with collected candidates, after creating the draft if necessary.",
        discussion: """
            Adds the candidates that editors chose and those that a section's 'auto:' setting admits, and updates \
            events that were moved or \
            cancelled. The editors' own changes to the draft stay as they are, and a second run changes nothing. \
            'sennight candidates' lists the other candidates.
            """)

    @OptionGroup var publication: PublicationOptions

    @Option(help: ArgumentHelp("The issue's date. (default: the next day in the calendar)", valueName: "yyyy-mm-dd"))
    var date: CalendarDate?

    @Option(help: "Fill only this section, by its heading or kind; can be repeated.")
    var section: [String] = []

    func run(_ session: DraftSession) async throws -> Outcome {
        let outcome = try await FilledDraft(session).fill(date: date, sections: section)
        for update in outcome.updates { Terminal.say("\(update)") }
        for fault in outcome.faults { Terminal.say("\(fault)") }
        Terminal.say("\(outcome.placed) added, \(outcome.waiting) waiting for 'sennight choose'.")
        Terminal.print("\(outcome.path)")
        return outcome.faults.isEmpty ? .success : .findings
    }
}
