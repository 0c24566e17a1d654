internal import Newsletter
internal import Text

/// Writes lines as JSON whose members are sorted by name, so that git can merge the files.
extension CandidateFileLine {
    var json: JSONText {
        switch self {
        case .candidate(let line): line.json()
        case .superseded(let line, let reason): line.json(superseded: reason)
        case .resolution(let line):
            .object([
                ("ending", .text(line.resolution)), ("source", .text(line.source)),
                ("time", line.time.map { .number($0) }),
                ("title", .text(line.title)), ("url", .text(line.url)), ("v", .number(Self.version)),
            ])
        case .total(let line):
            .object([
                ("count", .number(line.count)), ("record", .text(Record.total.rawValue)),
                ("source", .text(line.source)), ("url", .text(line.url)), ("v", .number(Self.version)),
            ])
        }
    }
}

extension CandidateLine {
    /// - Parameter superseded: how the event has changed since; nil for the current form.
    fileprivate func json(superseded reason: String? = nil) -> JSONText {
        .object([
            ("call", call?.json), ("departed", .present(reason)), ("event", event?.json),
            ("facts", facts.map { .list($0.map { .list($0.map { .text($0) }) }) }), ("identity", .text(identity)),
            ("kind", .text(kind)), ("proposal", proposal?.json), ("pullRequest", pullRequest?.json),
            ("quote", quote?.json), ("section", .present(section)), ("source", .text(source)),
            ("tags", tags.map { .list($0.map { .text($0) }) }), ("testing", testing?.json),
            ("time", time.map { .number($0) }), ("title", .text(title)), ("url", .present(url)),
            ("v", .number(CandidateFileLine.version)),
        ])
    }
}

extension CandidateLine.EventLine {
    fileprivate var json: JSONText {
        .object([
            ("end", .present(end)), ("mode", .text(mode)),
            ("organizers", .list(organizers.map { .object([("name", .text($0.name)), ("url", .present($0.url))]) })),
            ("place", .present(place)), ("start", .text(start)),
        ])
    }
}

extension CandidateLine.PullRequestLine {
    fileprivate var json: JSONText { .object([("number", .number(number)), ("repository", .text(repository))]) }
}

extension CandidateLine.ProposalLine {
    fileprivate var json: JSONText { .object([("disposition", .present(disposition)), ("stage", .present(stage))]) }
}

extension CandidateLine.TestingLine {
    fileprivate var json: JSONText { .object([("steps", .present(steps))]) }
}

extension CandidateLine.CallLine {
    fileprivate var json: JSONText {
        .object([
            ("closes", .present(closes)), ("date", .present(date)), ("kind", .text(kind)), ("place", .present(place)),
        ])
    }
}

extension CandidateLine.QuoteLine {
    fileprivate var json: JSONText { .object([("attribution", .present(attribution)), ("text", .text(text))]) }
}

extension JSONText? {
    /// The JSON for an optional text; nil, so that the member is left out, if there is no text.
    fileprivate static func present(_ text: String?) -> JSONText? { text.map { .text($0) } }
}
