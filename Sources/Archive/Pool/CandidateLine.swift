internal import Newsletter
internal import Text

/// A candidate as one line of JSON.
struct CandidateLine: Decodable {
    var identity: String
    var source: String
    var kind: String
    var section: String?
    var title: String
    var url: String?
    var tags: [String]?
    var time: Int?
    var event: EventLine?
    var pullRequest: PullRequestLine?
    var proposal: ProposalLine?
    var testing: TestingLine?
    var call: CallLine?
    var quote: QuoteLine?
    var facts: [[String]]?

    struct EventLine: Decodable {
        var start: String
        var end: String?
        var mode: String
        var place: String?
        var organizers: [OrganizerLine]
    }

    struct OrganizerLine: Decodable {
        var name: String
        var url: String?
    }

    struct PullRequestLine: Decodable {
        var repository: String
        var number: Int
    }

    struct ProposalLine: Decodable {
        var stage: String?
        var disposition: String?
    }

    struct TestingLine: Decodable {
        var steps: String?
    }

    struct CallLine: Decodable {
        var kind: String
        var closes: String?
        var place: String?
        var date: String?
    }

    struct QuoteLine: Decodable {
        var text: String
        var attribution: String?
    }

    init(_ candidate: Candidate) {
        identity = candidate.identity
        source = candidate.source
        kind = candidate.kind.rawValue
        section = candidate.section
        title = candidate.title
        url = candidate.url
        time = candidate.time
        tags = candidate.tags.isEmpty ? nil : candidate.tags
        facts = candidate.facts.isEmpty ? nil : candidate.facts.map { [$0.name, $0.value] }
        switch candidate.content {
        case .event(let event):
            self.event = EventLine(
                start: event.start.description, end: event.end?.description, mode: event.mode.rawValue,
                place: event.place, organizers: event.organizers.map { OrganizerLine(name: $0.name, url: $0.url) })
        case .pullRequest(let pull):
            pullRequest = PullRequestLine(repository: pull.repository, number: pull.number)
        case .proposal(let proposal):
            self.proposal = ProposalLine(stage: proposal.stage?.rawValue, disposition: proposal.disposition)
        case .callForTesting(let call): testing = TestingLine(steps: call.steps)
        case .callForParticipation(let call):
            self.call = CallLine(
                kind: call.kind.rawValue, closes: call.closes?.description, place: call.place, date: call.date)
        case .quote(let quote): self.quote = QuoteLine(text: quote.text, attribution: quote.attribution)
        case .link, .pick, .job, .triage, .prose: break
        }
    }

    /// The candidate; nil if a member has a value that no version of the program writes.
    var candidate: Candidate? {
        // Anything left out here would be lost when the file is written again.
        guard let kind = SectionKind(rawValue: kind), let content = content(kind),
            (facts ?? []).allSatisfy({ $0.count == 2 })
        else { return nil }
        let facts = (facts ?? []).map { Candidate.Fact(name: $0[0], value: $0[1]) }
        return Candidate(
            source: source, kind: kind, section: section, title: title, url: url, tags: tags ?? [], content: content,
            time: time, facts: facts)
    }

    private func content(_ kind: SectionKind) -> Entry.Content? {
        if let event {
            let end = event.end.flatMap { CalendarDate(iso8601: $0) }
            guard let start = CalendarDate(iso8601: event.start), let mode = Event.Mode(rawValue: event.mode),
                (end == nil) == (event.end == nil)
            else { return nil }
            return .event(
                Event(
                    start: start, end: end, mode: mode, place: event.place,
                    organizers: event.organizers.map { Event.Organizer(name: $0.name, url: $0.url) }))
        }
        if let pullRequest {
            return .pullRequest(PullRequest(repository: pullRequest.repository, number: pullRequest.number))
        }
        if let proposal {
            let stage = proposal.stage.flatMap(Proposal.Stage.init)
            guard (stage == nil) == (proposal.stage == nil) else { return nil }
            return .proposal(Proposal(stage: stage, disposition: proposal.disposition))
        }
        if let testing { return .callForTesting(CallForTesting(steps: testing.steps)) }
        if let call {
            let closes = call.closes.flatMap { CalendarDate(iso8601: $0) }
            guard let kind = CallForParticipation.Kind(rawValue: call.kind), (closes == nil) == (call.closes == nil)
            else { return nil }
            return .callForParticipation(
                CallForParticipation(kind: kind, closes: closes, place: call.place, date: call.date))
        }
        if let quote { return .quote(Quote(text: quote.text, attribution: quote.attribution)) }
        switch kind {
        case .pick: return .pick
        case .triage: return .triage
        case .jobs: return .job
        case .prose: return .prose
        default: return .link
        }
    }
}
