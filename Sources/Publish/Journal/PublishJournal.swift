/// What publishing one issue has done and still has to do; written down before and after each effect.
///
/// It holds no secrets: it is kept in the store, and on the remote repository, where others read it.
package struct PublishJournal: Hashable, Sendable, Codable {
    /// Who publishes: a person and a machine, as others see it.
    package struct Holder: Hashable, Sendable, Codable {
        /// A name for people: `Ann <ann@example.org>`, or the account's name.
        package var name: String
        package var host: String
        /// Identifies the clone in which the plan was made, so that two people on one machine are told apart.
        package var clone: String

        package init(name: String, host: String, clone: String) {
            self.name = name
            self.host = host
            self.clone = clone
        }

        package var description: String { "\(name) on \(host)" }
    }

    package enum Resolution: String, Hashable, Sendable, Codable {
        case complete
        /// A person gave up; nothing more is done.
        case abandoned
    }

    /// The format's version; programs refuse later ones.
    package private(set) var version = Self.version
    /// The issue's number.
    package var issue: Int
    /// Identifies the publication, the issue, and whether it is a rehearsal; the same on every machine.
    package var key: String
    package var isRehearsal: Bool
    package var holder: Holder
    /// When the plan was made, in seconds since 1970.
    package var created: Int
    /// Nothing is done before, in seconds since 1970.
    package var notBefore: Int
    /// Counts the changes, so that an older copy is recognised.
    package var revision: Int
    package var resolution: Resolution?
    package var steps: [StepRecord]

    package static let version = 1

    package init(
        issue: Int, key: String, isRehearsal: Bool = false, holder: Holder, created: Int, notBefore: Int = 0,
        steps: [StepRecord]
    ) {
        self.issue = issue
        self.key = key
        self.isRehearsal = isRehearsal
        self.holder = holder
        self.created = created
        self.notBefore = notBefore
        revision = 0
        self.steps = steps
    }

    package subscript(name: String) -> StepRecord? {
        get { steps.first { $0.name == name } }
        set {
            guard let newValue, let index = steps.firstIndex(where: { $0.name == name }) else { return }
            steps[index] = newValue
        }
    }

    /// The steps that keep the command from ending with success.
    package var open: [StepRecord] { steps.filter(\.isOpen) }

    /// The results of the steps that are done, by name.
    package var results: [String: StepResult] {
        Dictionary(steps.compactMap { step in step.result.map { (step.name, $0) } }) { first, _ in first }
    }

    /// Whether another copy may replace this one: the same plan, and newer.
    package func isOlder(than other: PublishJournal) -> Bool { revision < other.revision }
}
