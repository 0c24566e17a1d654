import ArgumentParser
internal import Newsletter
internal import Newsroom
internal import Text

struct AddEvent: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "event", abstract: "Add an event under its region, sorted by date.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var entry: NewEntryOptions

    @Argument(help: "The event's URL.")
    var url: String

    @Option(help: "The event's title.")
    var title: String

    @Option(help: ArgumentHelp("The event's day.", valueName: "yyyy-mm-dd"))
    var date: CalendarDate

    @Option(help: ArgumentHelp("The event's last day.", valueName: "yyyy-mm-dd"))
    var until: CalendarDate?

    @Option(help: "The region's heading.")
    var region: String

    @Option(help: "The city, state and country: 'Ulm, DE', 'Seattle, WA, US'.")
    var place: String?

    @Option(help: "The mode: in-person, virtual or hybrid. (default: depends on the region)")
    var mode: Event.Mode?

    @Option(help: "The organiser of the event.")
    var organizer: String

    @Option(help: "The organiser's URL.")
    var organizerURL: String?

    func validate() throws {
        if let until, until < date { throw ValidationError("--until must not be before --date.") }
    }

    func run(_ session: DraftSession) async throws -> Outcome {
        let event = Event(
            start: date, end: until, mode: mode ?? (SectionName.key(region) == "virtual" ? .virtual : .inPerson),
            place: place, organizers: [Event.Organizer(name: organizer, url: organizerURL)])
        return .added(
            try await entry.adding(session).add(
                Candidate(
                    source: "add", kind: .events, section: region, title: title, url: url, content: .event(event))))
    }
}

extension Event.Mode: ExpressibleByArgument {}
