internal import Text

/// A line of a ``DecisionLog``.
enum DecisionLine: Decodable {
    case decision(Decision)
    case sentence(TotalSentence)

    /// Version 2 adds the version itself, who decided, and records for sentences on totals. In version 1, a sentence
    /// was a decision on an identity that began with `tally:`, and only the reason showed who had removed an event.
    static let version = 2

    private enum Record: String, Decodable {
        case total
    }

    private enum Mark: String, CodingKey {
        case record
    }

    init(from decoder: any Decoder) throws {
        if let record = try decoder.container(keyedBy: Mark.self).decodeIfPresent(Record.self, forKey: .record) {
            switch record {
            case .total: self = .sentence(try TotalSentence(from: decoder))
            }
            return
        }
        var decision = try Decision(from: decoder)
        if decision.by == nil {
            if decision.decision == .placed, decision.identity.hasPrefix("tally:") {
                let section = decision.section ?? String(decision.identity.dropFirst(6))
                self = .sentence(TotalSentence(section: section, source: decision.source, text: decision.title))
                return
            }
            decision.by = Self.decider(ofVersion1: decision)
        }
        self = .decision(decision)
    }

    private static func decider(ofVersion1 decision: Decision) -> Decision.Decider? {
        switch decision.decision {
        case .removed: EventUpdate.reasons.contains(decision.why ?? "") ? .program : .editor
        case .chosen, .later: .editor
        case .placed: decision.source == "add" ? .editor : nil
        }
    }

    /// The line as JSON with members sorted by name, so that git can merge the lines.
    var json: JSONText {
        switch self {
        case .decision(let decision):
            .object([
                ("by", decision.by.map { .text($0.rawValue) }), ("decision", .text(decision.decision.rawValue)),
                ("identity", .text(decision.identity)), ("section", decision.section.map { .text($0) }),
                ("source", decision.source.map { .text($0) }), ("title", .text(decision.title)),
                ("v", .number(Self.version)), ("why", decision.why.map { .text($0) }),
            ])
        case .sentence(let sentence):
            .object([
                ("record", .text(Record.total.rawValue)), ("section", .text(sentence.section)),
                ("source", sentence.source.map { .text($0) }), ("text", .text(sentence.text)),
                ("v", .number(Self.version)),
            ])
        }
    }
}
