import ArgumentParser
internal import Newsletter
internal import Text

struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Put one entry into the draft, in its form and at its place.",
        discussion: "Refused is what stands in the draft already, or stood in one of the last issues.",
        subcommands: [AddLink.self, AddEvent.self, AddCall.self, AddPick.self, AddQuote.self],
        defaultSubcommand: AddLink.self)
}

struct AddLink: AsyncParsableCommand, PublicationCommand {
    static let configuration = CommandConfiguration(commandName: "link", abstract: "A link.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var entry: NewEntryOptions

    @Argument(help: "Its address.")
    var url: String

    @Option(help: "Its heading. (default: where links to the same site stood most often)")
    var section: String?

    @Option(help: "Its title. (default: the page's own)")
    var title: String?

    @Option(help: "A tag in front of it, such as video; may be given more than once.")
    var tag: [String] = []

    func run() async throws {
        let adding = try Adding(publication.location, entry)
        var candidate = Candidate(
            source: "add", kind: .links, section: section, title: title ?? "", url: url, tags: tag)
        if title == nil { candidate.title = try await adding.pageTitle(of: url) }
        try await adding.run(candidate, suggestsSection: section == nil)
    }
}

struct AddEvent: AsyncParsableCommand, PublicationCommand {
    static let configuration = CommandConfiguration(commandName: "event", abstract: "An event, sorted into its region.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var entry: NewEntryOptions

    @Argument(help: "Its address.")
    var url: String

    @Option(help: "Its title.")
    var title: String

    @Option(help: ArgumentHelp("Its day.", valueName: "yyyy-mm-dd"))
    var date: CalendarDate

    @Option(help: ArgumentHelp("Its last day.", valueName: "yyyy-mm-dd"))
    var until: CalendarDate?

    @Option(help: "The region's heading.")
    var region: String

    @Option(help: "City, state, country: 'Ulm, DE', 'Seattle, WA, US'.")
    var place: String?

    @Option(help: "How people come together: in-person, virtual or hybrid. (default: by the region)")
    var mode: Event.Mode?

    @Option(help: "Who invites.")
    var organizer: String

    @Option(help: "The organiser's address.")
    var organizerURL: String?

    func validate() throws {
        if let until, until < date { throw ValidationError("--until is before --date.") }
    }

    func run() async throws {
        let event = Event(
            start: date, end: until, mode: mode ?? (SectionName.key(region) == "virtual" ? .virtual : .inPerson),
            place: place, organizers: [Event.Organizer(name: organizer, url: organizerURL)])
        try await Adding(publication.location, entry).run(
            Candidate(
                source: "add", kind: .events, section: region, title: title, url: url, content: .event(event)))
    }
}

struct AddCall: AsyncParsableCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "A call for participation: a task, or a conference that looks for speakers.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var entry: NewEntryOptions

    @Argument(help: "Its address.")
    var url: String

    @Option(help: "The task's title, or the event's name.")
    var title: String

    @Option(help: "Its heading.")
    var section: String?

    @Option(help: "The project that the task is for.")
    var project: String?

    @Option(help: ArgumentHelp("The last day for answers, of a call for speakers.", valueName: "yyyy-mm-dd"))
    var closes: CalendarDate?

    @Option(help: "Where the event is.")
    var place: String?

    @Option(help: "When the event is.")
    var date: String?

    func validate() throws {
        if project != nil, closes != nil { throw ValidationError("--project is for tasks, --closes for speakers.") }
    }

    func run() async throws {
        let call = CallForParticipation(
            kind: closes == nil ? .project : .event, closes: closes, place: place, date: date)
        try await Adding(publication.location, entry).run(
            Candidate(
                source: "add", kind: .participation, section: section,
                title: project.map { "\($0) - \(title)" } ?? title, url: url, content: .callForParticipation(call)))
    }
}

struct AddPick: AsyncParsableCommand, PublicationCommand {
    static let configuration = CommandConfiguration(commandName: "pick", abstract: "The pick of the week.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var entry: NewEntryOptions

    @Argument(help: "Its address.")
    var url: String

    @Option(help: "Its name.")
    var title: String

    @Option(help: "Its heading, where the draft has several for picks.")
    var section: String?

    @Option(help: "What it is: 'a tool to …'.")
    var description: String?

    @Option(help: "Who suggested it.")
    var thanks: String?

    func run() async throws {
        let facts = [
            description.map { Candidate.Fact("description", $0) }, thanks.map { Candidate.Fact("thanks", $0) },
        ]
        try await Adding(publication.location, entry).run(
            Candidate(
                source: "add", kind: .pick, section: section, title: title, url: url, content: .pick,
                facts: facts.compactMap { $0 }))
    }
}

struct AddQuote: AsyncParsableCommand, PublicationCommand {
    static let configuration = CommandConfiguration(commandName: "quote", abstract: "The quote of the week.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var entry: NewEntryOptions

    @Argument(help: "Where it was said.")
    var url: String

    @Option(help: "What was said.")
    var text: String

    @Option(help: "Who said it.")
    var by: String

    @Option(help: "Its heading, where the draft has several for quotes.")
    var section: String?

    @Option(help: "Who suggested it.")
    var thanks: String?

    func run() async throws {
        try await Adding(publication.location, entry).run(
            Candidate(
                source: "add", kind: .quote, section: section, title: by, url: url,
                content: .quote(Quote(text: text, attribution: by)),
                facts: thanks.map { [Candidate.Fact("thanks", $0)] } ?? []))
    }
}

extension Event.Mode: ExpressibleByArgument {}
