import Context
import Newsletter
import Publish
import Synchronization
import Text

/// A world with one effect for each step, in which a publisher can be killed at any moment.
final class ModelWorld: Sendable {
    /// What goes wrong in an attempt.
    enum Fault: CaseIterable, Sendable {
        case none
        /// The target says no, and does nothing.
        case refuses
        /// It does nothing, and nobody learns that.
        case stalls
        /// It does everything, but the answer is lost.
        case dropsAfterAccepting
        case failsAfterAccepting
        case limitsTheRate
        /// The effect isn't visible at once.
        case isNotVisible
    }

    struct State {
        var effects: [String: Int] = [:]
        var journal: PublishJournal?
        /// How many moments the publisher has left until it is killed; nil if it isn't.
        var left: Int?
        /// Faults of the next attempts of each step.
        var faults: [String: [Fault]] = [:]
        var isVisible = true
        var time = 1_800_000_000
        var moments = 0
    }

    struct Killed: Error {}

    let state = Mutex(State())

    /// A moment at which a publisher can be killed.
    ///
    /// - Returns: whether it is dead.
    func passes() -> Bool {
        state.withLock { state in
            state.moments += 1
            guard let left = state.left else { return false }
            state.left = max(0, left - 1)
            return left <= 0
        }
    }

    var isDead: Bool { state.withLock { $0.left == 0 } }

    var keeper: JournalKeeper {
        JournalKeeper { journal in
            if self.passes() { throw Killed() }
            self.state.withLock { $0.journal = journal }
            if self.passes() { throw Killed() }
        }
    }

    var clock: Clock { Clock(now: { self.state.withLock { $0.time } * 1_000_000_000 }) }

    func request() -> PublishRequest {
        let files = Files(
            read: { path throws(FileError) in throw FileError(path: path, reason: "none") },
            list: { _ throws(FileError) in [] }, status: { _ in nil }, write: { _, _ throws(FileError) in })
        return PublishRequest(
            context: Context(files: files, clock: clock), http: .none,
            publication: Publication(title: "Tea", address: "https://tea.example/"), root: ".", site: "site",
            state: "state",
            issue: PublishedIssue(
                number: 7, title: "Tea 7",
                date: CalendarDate(daysSince1970: 20_000) ?? CalendarDate(clampingDaysSince1970: 0),
                url: "https://tea.example/7/", page: "7/index.html", file: "content/7.md",
                highlights: IssueHighlights()))
    }

    func plan(_ steps: [any PublishStep]) -> PublishJournal {
        PublishJournal(
            issue: 7, key: "k", holder: .init(name: "Ann", host: "h", clone: "c"), created: 1,
            steps: steps.map { StepRecord(name: $0.name, target: $0.target, changed: 1) })
    }
}

/// A step whose target counts the effects.
struct ModelStep: PublishStep {
    let world: ModelWorld
    let name: String
    var needs: [String] = []
    /// Whether the target can be asked what it has.
    var isKnown = true
    let isFinal = true
    var target: String { "\(name).example" }

    func preview(_ request: PublishRequest) async -> StepPreview { StepPreview(changes: ["do \(name)"]) }

    func payload(_ request: PublishRequest) async throws(StepFault) -> String { "text of \(name)" }

    func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        _ = world.passes()
        guard isKnown else { return .unknown }
        return world.state.withLock { $0.effects[name] } == nil ? .absent : .present(StepResult("there"))
    }

    func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        // A dead publisher does nothing more.
        if world.passes() { throw StepFault("killed", remedy: "", effect: .possible) }
        let fault = world.state.withLock { state in
            state.faults[name]?.isEmpty == false ? state.faults[name]?.removeFirst() : nil
        }
        switch fault ?? .none {
        case .refuses: throw StepFault("refused", remedy: "Correct it")
        case .stalls: throw StepFault("no answer", remedy: "Try again", effect: .possible)
        case .limitsTheRate: throw StepFault("too many", remedy: "Wait", retryAfter: 60)
        case .none, .dropsAfterAccepting, .failsAfterAccepting, .isNotVisible:
            world.state.withLock { $0.effects[name, default: 0] += 1 }
        }
        if world.passes() { throw StepFault("killed", remedy: "", effect: .possible) }
        switch fault ?? .none {
        case .dropsAfterAccepting: throw StepFault("the connection was lost", remedy: "Try again", effect: .possible)
        case .failsAfterAccepting: throw StepFault("the server failed (502)", remedy: "Try again", effect: .possible)
        case .isNotVisible: world.state.withLock { $0.isVisible = false }
        default: break
        }
        return StepResult("done")
    }

    func verify(_ request: PublishRequest, _ attempt: StepAttempt, _ result: StepResult) async throws(StepFault) {
        let isVisible = world.state.withLock { state in
            defer { state.isVisible = true }
            return state.isVisible
        }
        if !isVisible { throw StepFault("it can't be seen", remedy: "Wait for caches") }
    }
}
