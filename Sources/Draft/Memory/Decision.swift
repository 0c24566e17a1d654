/// What became of a candidate.
package struct Decision: Hashable, Sendable, Decodable {
    package enum Kind: String, Sendable, Decodable {
        /// It is to come in as soon as there is a place for it.
        case chosen
        /// It was put into the draft; what editors do with it there is theirs.
        case placed
        /// It is not to come in.
        case removed
        /// Nobody wants to be asked again this week.
        case later

        /// What counts more where two clones decided differently: what was taken out must not come back.
        var weight: Int {
            switch self {
            case .later: 0
            case .chosen: 1
            case .placed: 2
            case .removed: 3
            }
        }

        /// Whether a person's word is still wanted, or the draft's place for it.
        package var isOpen: Bool { self == .later || self == .chosen }
    }

    package enum Decider: String, Sendable, Decodable {
        case editor
        /// By the rules of the settings, or as an event's source says.
        case program
    }

    /// As ``Candidate/identity`` makes it.
    package var identity: String
    package var decision: Kind
    package var title: String
    /// The section it was put in or taken from.
    package var section: String?
    package var why: String?
    /// The name of the source that returned it; `add` for an editor by hand.
    package var source: String?
    /// Nil where a line of version 1 doesn't say who put it in.
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
