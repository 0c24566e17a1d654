internal import Address
import ArgumentParser
internal import Archive
internal import Context
internal import Draft
internal import Newsletter
internal import Settings
internal import Text

/// The options of every kind of entry.
struct NewEntryOptions: ParsableArguments {
    @OptionGroup var choice: DraftChoice

    @Flag(help: "Also if it stood in one of the last issues, or was taken out of this one.")
    var again = false
}

/// Puts one entry into the draft and remembers it.
struct Adding {
    private let session: DraftSession
    private let options: NewEntryOptions

    init(_ location: PublicationLocation, _ options: NewEntryOptions) throws {
        self.init(try DraftSession(location), options)
    }

    init(_ session: DraftSession, _ options: NewEntryOptions) {
        self.session = session
        self.options = options
    }

    /// - Parameter suggestsSection: whether the archive may tell where links of this kind stand.
    /// - Throws: a ``Diagnostic`` where it is a duplicate or there is no place for it; nothing is changed then.
    func run(_ candidate: Candidate, suggestsSection: Bool = false) async throws {
        if let url = candidate.url, LinkHost.of(url) == nil {
            throw Diagnostic("'\(url)' is no web address", remedy: "Write it with https://")
        }
        let archive = try await session.archive()
        try WritingTurn.take(session) { try add(candidate, archive, suggestsSection: suggestsSection) }
    }

    private func add(_ candidate: Candidate, _ archive: ArchiveIndex, suggestsSection: Bool) throws {
        var candidate = candidate
        candidate.url = candidate.url.map(TrackingParameters.removed)
        let draft = try session.draft(named: options.choice.draft)
        var memory = try session.decisions(on: draft)
        if suggestsSection { candidate.section = suggestion(for: candidate, in: draft, archive) }
        if !options.again {
            let duplicates = Duplicates(of: draft, archive: archive, last: session.publication.draft.duplicates)
            if let fault = duplicates.fault(of: candidate) { throw fault }
            if let decision = memory[candidate.identity], decision.decision == .removed {
                throw Diagnostic(
                    "'\(candidate.title)' was taken out of this draft\(decision.why.map { ": \($0)" } ?? "")",
                    remedy: "Leave it out, or say --again", file: draft.file)
            }
        }
        let placed = try Placement(into: draft, publication: session.publication).placing(candidate)
        let result = try NoneSentences(session.publication.draft.none).reconciled(placed, after: draft)
        memory.remember(
            Decision(
                identity: candidate.identity, decision: .placed, title: candidate.title, section: candidate.section,
                source: candidate.source))
        try session.save(result, over: draft, remembering: memory)
        let found = EntryEditing(result, publication: session.publication).entries(with: candidate.url ?? "").last
        let place = found.map { ":\($0.entry.range.start.line)" } ?? ""
        Terminal.print("\(draft.path)\(place)")
    }

    /// The section in which links like this one stood; nil where the archive does not know.
    private func suggestion(for candidate: Candidate, in draft: WorkingDraft, _ archive: ArchiveIndex) -> String? {
        let rules = session.publication.draft
        let present = draft.issue.sections.filter { $0.kind == candidate.kind && $0.level > 0 }.map(\.title)
        let sections = rules.suggested.isEmpty ? present : rules.suggested
        let examples = SectionModel.examples(
            from: archive, before: draft.issue.header.date, sections: sections, headings: rules.headings)
        guard let url = candidate.url, Set(examples.map(\.section)).count > 1 else { return nil }
        let model = SectionModel(examples)
        let guess = model.guesses(title: candidate.title, url: url, tags: candidate.tags).first { guess in
            present.contains { SectionName.key($0) == SectionName.key(guess) }
        }
        guard let guess else { return nil }
        let reasons = model.reasons(for: guess, title: candidate.title, url: url, tags: candidate.tags)
        Terminal.say("Section: \(guess), by \(reasons.joined(separator: ", ")); --section says otherwise.")
        return guess
    }

    /// What the page calls itself.
    ///
    /// - Throws: a ``Diagnostic`` where it cannot be asked or has no title.
    func pageTitle(of url: String) async throws -> String {
        let http = try WebAccess.live(session.location, publication: session.publication)
        let why: String
        do throws(HTTPError) {
            let response = try await http.send(HTTPRequest(url))
            if 200..<300 ~= response.status, let title = PageTitle.title(of: response.body) { return title }
            why = 200..<300 ~= response.status ? "the page has no title" : "the server answered \(response.status)"
        } catch {
            why = "\(error)"
        }
        throw Diagnostic("the title of '\(url)' is not known (\(why))", remedy: "Give it with --title")
    }
}
