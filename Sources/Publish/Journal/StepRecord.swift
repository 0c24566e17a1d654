/// The state of one step in a journal. Times are in seconds since 1970.
package struct StepRecord: Hashable, Sendable, Codable {
    package enum State: String, CaseIterable, Hashable, Sendable, Codable {
        /// Nothing was done.
        case planned
        /// It may have had its effect; the target is asked before anything is done again.
        case started
        case done
        /// It had no effect, and the next run tries again.
        case failed
        /// It may have had its effect, and the target can't be asked: a person decides.
        case uncertain
        /// A person decided to leave it out.
        case skipped
    }

    package var name: String
    /// Where the effect is, for people.
    package var target: String
    package var state: State
    /// What is sent; nil before the first attempt.
    package var payload: String?
    /// A digest of the payload, in hexadecimal.
    package var digest: String?
    /// When it was first started.
    package var started: Int?
    /// When the state last changed.
    package var changed: Int
    package var attempts: Int
    package var result: StepResult?
    /// Why it failed, is uncertain, or was skipped, and what to do.
    package var reason: String?
    /// Another attempt is useless before.
    package var notBefore: Int?

    package init(name: String, target: String, state: State = .planned, changed: Int) {
        self.name = name
        self.target = target
        self.state = state
        self.changed = changed
        attempts = 0
    }

    package var isOpen: Bool { state != .done && state != .skipped }
}
