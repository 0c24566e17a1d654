import Context
import Publish

/// Runs one step as publishing does: it asks the target what it has before the first attempt, and after each fault that
/// may have had an effect.
struct StepRun {
    enum End: Equatable {
        case done(StepResult)
        case conflict(String)
        /// A person has to decide.
        case uncertain
        /// After so many attempts, the step still fails.
        case failed(StepFault)
    }

    let step: any PublishStep
    let request: PublishRequest
    var key = "plan-7-\(1)"
    var started = 1_796_000_000
    /// The faults on the way.
    private(set) var faults: [StepFault] = []

    init(_ step: any PublishStep, _ request: PublishRequest) {
        self.step = step
        self.request = request
    }

    func attempt(count: Int = 1) async throws -> StepAttempt {
        StepAttempt(key: key, payload: try await step.payload(request), started: started, count: count)
    }

    mutating func run(attempts: Int = 4) async throws -> End {
        var attempt = try await attempt()
        var mustAsk = true
        for count in 1...attempts {
            attempt.count = count
            do throws(StepFault) {
                if mustAsk {
                    switch try await step.presence(request, attempt) {
                    case .absent: mustAsk = false
                    case .present(let result):
                        try await step.verify(request, attempt, result)
                        return .done(result)
                    case .conflict(let sentence): return .conflict(sentence)
                    case .unknown:
                        if count > 1 { return .uncertain }
                        mustAsk = false
                    }
                }
            } catch {
                faults.append(error)
                continue
            }
            do throws(StepFault) {
                let result = try await step.perform(request, attempt)
                mustAsk = true
                try await step.verify(request, attempt, result)
                return .done(result)
            } catch {
                faults.append(error)
                mustAsk = mustAsk || error.effect == .possible
            }
        }
        return .failed(faults[faults.count - 1])
    }
}
