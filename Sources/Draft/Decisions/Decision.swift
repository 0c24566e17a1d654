/// A decision on a candidate, by an editor or the program.
package struct Decision: Hashable, Sendable, Decodable {
    package enum Kind: String, Sendable, Decodable {
        /// The candidate will be added as soon as the draft has a section for it.
        case chosen
        /// The candidate was added to the draft; after that, editors may change the entry.
        case placed
        /// The candidate must not be added.
        case removed
        /// An editor postponed the decision.
        case later

        /// The precedence of decisions if two clones decided differently: a removed candidate must not come back.
        var weight: Int {
            switch self {
            case .later: 0
            case .chosen: 1
            case .placed: 2
            case .removed: 3
            }
        }

        /// Whether an editor still has to decide, or the draft has no section for it yet.
        package var isOpen: Bool { self == .later || self == .chosen }
    }

    package enum Decider: String, Sendable, Decodable {
        case editor
        /// The program decided by the rules in the settings, or because an event's source changed.
        case program
    }

    /// The value of ``Candidate/identity``.
    package var identity: String
    package var decision: Kind
    package var title: String
    /// The section that the candidate was added to or removed from.
    package var section: String?
    package var why: String?
    /// The name of the source that returned the candidate; `add` if an editor added it by hand.
    package var source: String?
    /// Who decided; nil if a line of version 1 doesn't say.
    package var by: Decider?

    package init(
        identity: String, decision: Kind, by decider: Decider, title: String, section: String? = nil,
        why: String? = nil, source: String? = nil
    ) {
        self.identity = identity
        self.decision = decision
        self.title = title
        self.section = section
        self.why = why.map(MarkdownText.oneLine)
        self.source = source
        by = decider
    }
}
