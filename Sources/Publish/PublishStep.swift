internal import Context

/// One effect of publishing an issue. To add one that reaches a service, add a ``PublishTarget``.
///
/// The methods are called in the order in which they are declared; only ``perform(_:_:)`` has effects. A step may be
/// stopped anywhere and run again, on another machine too, so it keeps nothing between the calls: all that it has to
/// remember is the ``StepAttempt/payload``, which is written down before the first effect. A started step that a target
/// lacks is performed again, with the same payload and key, so a request that is still on its way must not count twice.
package protocol PublishStep: Sendable {
    /// Unique in a plan, and what `publish retry` names: `deploy`, `mastodon`.
    var name: String { get }

    /// Where the effect is, for people: a folder, a host, an account. Without secrets.
    var target: String { get }

    /// The names of the steps that must be done or skipped before this one. Names that aren't in the plan are ignored.
    var needs: [String] { get }

    /// Whether the effect can't be undone, such as a mail that was sent.
    var isFinal: Bool { get }

    /// Whether each run repeats it while other steps are open, because its effect is only on this machine.
    var isRepeated: Bool { get }

    /// Whether a done step is done again if its ``payload(_:)`` has changed, until the site is verified.
    var isRepeatedIfChanged: Bool { get }

    /// Says what the step would do, and finds what would stop it, without any effect. The earlier steps haven't run.
    func preview(_ request: PublishRequest) async -> StepPreview

    /// What will be sent, in a form that is the same in every later attempt. It's kept in the journal, which others can
    /// read, so it must not have secrets.
    ///
    /// - Throws: a fault without effect.
    func payload(_ request: PublishRequest) async throws(StepFault) -> String

    /// What the target has already.
    ///
    /// - Throws: a fault if the target can't be asked now; whether it has the effect is then unknown.
    func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence

    /// Does it.
    ///
    /// - Throws: a fault that says whether there may have been an effect.
    func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult

    /// Makes sure that the effect arrived.
    ///
    /// - Throws: a fault if it can't be seen; the step is then looked at again, and never repeated without asking the
    ///   target first.
    func verify(_ request: PublishRequest, _ attempt: StepAttempt, _ result: StepResult) async throws(StepFault)
}

extension PublishStep {
    package var isRepeated: Bool { false }
    package var isRepeatedIfChanged: Bool { false }

    package func payload(_ request: PublishRequest) async throws(StepFault) -> String { "" }

    package func verify(_ request: PublishRequest, _ attempt: StepAttempt, _ result: StepResult)
        async throws(StepFault)
    {}
}

/// What a step would do, for the plan.
package struct StepPreview: Hashable, Sendable {
    /// What would change, one sentence without a full stop each.
    package var changes: [String]
    /// What would stop the step, each one sentence that says what to do.
    package var problems: [String]

    package init(changes: [String], problems: [String] = []) {
        self.changes = changes
        self.problems = problems
    }
}

/// A try to do a step; the same in each one, except for the count.
package struct StepAttempt: Hashable, Sendable {
    /// The key by which a service recognises a repeated request: unique to the plan and the step.
    package var key: String
    /// What is sent, as ``PublishStep/payload(_:)`` returned it before the first attempt.
    package var payload: String
    /// When the step was first started, in seconds since 1970.
    package var started: Int
    /// How often it was started, including this time.
    package var count: Int

    package init(key: String, payload: String, started: Int, count: Int) {
        self.key = key
        self.payload = payload
        self.started = started
        self.count = count
    }
}

/// What a target has of a step's effect.
package enum StepPresence: Hashable, Sendable {
    case absent
    /// The same effect is there already.
    case present(StepResult)
    /// Something else is in its place; a person has to decide. One sentence that says what.
    case conflict(String)
    /// The target can't be asked what it has.
    case unknown
}

/// What a step achieved.
package struct StepResult: Hashable, Sendable, Codable {
    /// For people: `https://social.example/@weekly/1`, `12 files changed`.
    package var summary: String
    /// Where the effect can be seen.
    package var url: String?
    /// What later steps read, by names of the step's own, such as `commit`.
    package var facts: [String: String]

    package init(_ summary: String, url: String? = nil, facts: [String: String] = [:]) {
        self.summary = summary
        self.url = url
        self.facts = facts
    }
}

/// Why a step failed.
package struct StepFault: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Effect: Hashable, Sendable {
        /// The target has nothing of it: it refused, or wasn't reached.
        case none
        /// The request may have arrived, such as when the connection was lost before the answer.
        case possible
    }

    package var effect: Effect
    /// What is wrong, without a full stop and without secrets.
    package var problem: String
    /// What to do, as an imperative sentence.
    package var remedy: String
    /// The time before which another attempt is useless, in seconds from now (RFC 9110, section 10.2.3).
    package var retryAfter: Int?

    package init(_ problem: String, remedy: String, effect: Effect = .none, retryAfter: Int? = nil) {
        self.problem = problem
        self.remedy = remedy
        self.effect = effect
        self.retryAfter = retryAfter
    }

    package var description: String { "\(problem). \(remedy)" }
}
