internal import Check
internal import Newsletter
internal import Settings

/// The checks of the issue's text, with its links, contrast and alternative texts: as 'sennight check --links' runs them.
struct IssueText: PreFlightCheck {
    func findings(_ input: PreFlightInput) async throws -> [PreFlight.Finding] {
        let session = input.sending.session
        var choice = CheckRun.Choice()
        choice.links = true
        let file = session.location.path(input.mail.file)
        let outcome = try await CheckRun(session, choice).outcome(of: [file])
        let errors = outcome.findings.count { $0.severity == .error }
        let faults = outcome.faults.map {
            PreFlight.Finding("issue", $0.summary, remedy: $0.remedy, isSerious: false)
        }
        guard errors > 0 else { return faults }
        return faults + [
            PreFlight.Finding(
                "issue", "the checks find \(errors) error\(errors == 1 ? "" : "s") in the issue",
                remedy: "Run 'sennight check --links \(file)', and correct what it shows")
        ]
    }
}
