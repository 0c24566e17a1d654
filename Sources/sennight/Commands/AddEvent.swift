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

    @Option(help: ArgumentHelp("The local time at which it begins, or also ends.", valueName: "hh:mm-hh:mm"))
    var time: String?

    @Option(help: ArgumentHelp("The time zone of --time, as an IANA name.", valueName: "zone"))
    var zone: String?

    @Option(help: "The region's heading. (default: that of the place's country, or that of virtual events)")
    var region: String?

    @Flag(help: "Add the region to the draft although the publication doesn't have it.")
    var newRegion = false

    @Option(help: "The city, state and country: 'Ulm, DE', 'Seattle, WA, US'. Only virtual events may have none.")
    var place: String?

    @Option(help: "The mode: in-person, virtual or hybrid. (default: depends on the region)")
    var mode: Event.Mode?

    @Option(help: "The organiser of the event.")
    var organizer: String?

    @Option(help: "The organiser's URL.")
    var organizerURL: String?

    func validate() throws {
        if let until, until < date { throw ValidationError("--until must not be before --date.") }
        if organizerURL != nil, organizer == nil { throw ValidationError("--organizer-url needs --organizer.") }
        if let time, EventTimes(time) == nil { throw ValidationError("--time must be like 18:00 or 18:00-20:00.") }
        if zone != nil, time == nil { throw ValidationError("--zone needs --time.") }
        if let zone, !ZonedTime.isZone(zone) {
            throw ValidationError("--zone must be an IANA name, such as Europe/Madrid or UTC.")
        }
    }

    func run(_ session: DraftSession) async throws -> Outcome {
        let event = EventAddition(
            url: url, title: title, start: date, end: until, times: time.flatMap { EventTimes($0, zone: zone) },
            region: region, opensRegion: newRegion, place: place, mode: mode,
            organizer: organizer.map { Event.Organizer(name: $0, url: organizerURL) })
        return .added(try await entry.adding(session).add(event))
    }
}

extension Event.Mode: ExpressibleByArgument {}
