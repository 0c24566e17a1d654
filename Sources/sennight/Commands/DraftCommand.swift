import ArgumentParser
internal import Draft
internal import Newsletter
internal import Text

struct DraftCommand: AsyncParsableCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Make the next issue's draft from the template, and fill it with what was collected.",
        discussion: """
            Number and date follow the calendar in the settings. Events that are still to come and calls for speakers \
            that are open are carried over from the last issue. A draft that is there already is never made anew.

            With --collect, what editors chose and what a section's 'auto:' in the settings admits goes into it, and \
            events that have moved or were cancelled follow. What editors did to the draft stays as it is; said twice, \
            it changes nothing the second time. 'sennight candidates' lists the rest.
            """)

    @OptionGroup var publication: PublicationOptions

    @Option(help: ArgumentHelp("The issue's day. (default: by the calendar)", valueName: "yyyy-mm-dd"))
    var date: CalendarDate?

    @Flag(help: "Fill it with what 'sennight collect' has brought; makes it first if there is none.")
    var collect = false

    @Option(help: "Fill only this section, by its heading or kind; may be given more than once.")
    var section: [String] = []

    func validate() throws {
        if !section.isEmpty, !collect { throw ValidationError("--section goes with --collect.") }
    }

    func run() async throws {
        try await run(try DraftSession(publication.location))
    }

    func run(_ session: DraftSession) async throws {
        let hasFaults = try await WritingTurn.take(session) { try await make(session) }
        if hasFaults { throw ExitCode(1) }
    }

    /// Whether something that was to go into the draft could not.
    private func make(_ session: DraftSession) async throws -> Bool {
        let standing = collect ? try session.openDraft(try await session.archive()) : nil
        if let standing, let date, standing.issue.header.date != date {
            throw Diagnostic(
                "the draft is that of \(standing.issue.header.date)", remedy: "Leave --date out, or finish the draft",
                file: standing.path)
        }
        let draft: WorkingDraft
        if let standing { draft = standing } else { draft = try await NewDraft(session: session).make(date: date) }
        guard collect else {
            try session.save(draft, over: nil)
            Terminal.print("\(draft.path)")
            return false
        }
        let hasFaults = try await FilledDraft(session).fill(draft, isNew: standing == nil, section)
        Terminal.print("\(draft.path)")
        return hasFaults
    }
}

extension CalendarDate: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(iso8601: argument)
    }
}
