internal import Context
internal import Draft
internal import Newsletter
internal import Publish
internal import Send
internal import Settings
internal import Text

extension StepFault {
    /// Runs some work on this machine's own files; whatever it throws means that it had no effect, or one that the next
    /// run recognises.
    static func local<Result>(_ work: () async throws -> Result) async throws(StepFault) -> Result {
        do {
            return try await work()
        } catch {
            throw StepFault(of: error)
        }
    }

    /// A preview whose errors are its problems.
    static func preview(_ work: () async throws -> StepPreview) async -> StepPreview {
        do {
            return try await work()
        } catch {
            return StepPreview(changes: [], problems: [StepFault(of: error).description])
        }
    }

    /// The fault for an error of a use case.
    init(of error: any Error) {
        switch error {
        case let fault as StepFault: self = fault
        case let fault as Diagnostic:
            self.init((fault.file.map { "\($0): " } ?? "") + fault.summary, remedy: fault.remedy)
        case let fault as GitError: self.init(fault.summary, remedy: "Run the command by hand to see its whole output")
        case let refusal as RefusedByChecks:
            let first = refusal.findings.all.first
            self.init(
                "checks found \(refusal.findings.all.count.counted("error")) in the draft"
                    + (first.map { ", first \($0.summary)" } ?? ""),
                remedy: "Run 'sennight check' and correct them")
        default: self.init("\(error)", remedy: "Fix this, and run the command again")
        }
    }
}
