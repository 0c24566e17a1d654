package import Newsletter
internal import Text

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
        fileprivate var weight: Int {
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

    /// As ``Candidate/identity`` makes it.
    package var identity: String
    package var decision: Kind
    package var title: String
    /// The section it was put in or taken from.
    package var section: String?
    package var why: String?
    /// Who brought it.
    package var source: String?

    package init(
        identity: String, decision: Kind, title: String, section: String? = nil, why: String? = nil,
        source: String? = nil
    ) {
        (self.identity, self.decision, self.title) = (identity, decision, title)
        (self.section, self.why, self.source) = (section, why.map(MarkdownText.oneLine), source)
    }
}

/// A week's decisions: one line of JSON each, sorted by identity, so that git can merge the file.
package struct DecisionLog: Sendable {
    private var decisions: [String: Decision] = [:]

    package init() {}

    package subscript(identity: String) -> Decision? { decisions[identity] }

    package var all: [Decision] { decisions.values.sorted { $0.identity < $1.identity } }

    package mutating func remember(_ decision: Decision) {
        decisions[decision.identity] = decision
    }

    /// Adds decisions from before; on what is decided here, they don't count.
    package mutating func add(older: DecisionLog) {
        decisions.merge(older.decisions) { own, _ in own }
    }

    /// Where a week's decisions are kept, from the publication's root.
    package static func path(ofIssue number: Int) -> String { "decisions/\(number).jsonl" }

    /// Reads what ``bytes`` gave. Of two decisions on one thing, as a merge may leave them, a removal counts most; git's
    /// conflict markers are passed over.
    ///
    /// - Throws: a ``Diagnostic`` for a line that is neither.
    package init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
        do throws(JSONLines.InvalidLine) {
            try JSONLines.read(Decision.self, from: bytes, version: 1) { decision in
                let other = decisions[decision.identity]
                if (other?.decision.weight ?? 0) <= decision.decision.weight { decisions[decision.identity] = decision }
                return true
            }
        } catch {
            throw Diagnostic(
                error, "this line is no decision", remedy: "Take the line out, or restore the file from git", version: 1,
                file: file)
        }
    }

    package var bytes: [UInt8] {
        JSONLines.bytes(of: all.lazy.map(\.json))
    }
}

extension Decision {
    /// Members in the order of their names, so that git can merge the lines.
    fileprivate var json: JSONText {
        .object([
            ("decision", .text(decision.rawValue)), ("identity", .text(identity)),
            ("section", section.map { .text($0) }), ("source", source.map { .text($0) }), ("title", .text(title)),
            ("why", why.map { .text($0) }),
        ])
    }
}
