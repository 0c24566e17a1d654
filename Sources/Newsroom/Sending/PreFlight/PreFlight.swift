package import Context
package import Text

/// Looks for what speaks against sending an issue.
package struct PreFlight: Sendable {
    /// What a check says.
    package struct Finding: Sendable {
        /// The check's name.
        package var check: String
        package var problem: String
        package var remedy: String
        /// Whether the issue shouldn't be sent like this.
        package var isSerious: Bool

        init(_ check: String, _ problem: String, remedy: String, isSerious: Bool = true) {
            self.check = check
            self.problem = problem
            self.remedy = remedy
            self.isSerious = isSerious
        }

        package var text: PrintableText {
            "\(isSerious ? "error" : "warning"): \(check): \(problem). \(remedy)"
        }
    }

    private let input: PreFlightInput

    package init(_ sending: SendingSession, mail: IssueMail, dns: DNS) {
        input = PreFlightInput(sending: sending, mail: mail, dns: dns)
    }

    /// - Throws: if an environment variable about the web has an invalid value.
    package func findings() async throws -> [Finding] {
        var findings: [Finding] = []
        for check in allPreFlightChecks { findings += try await check.findings(input) }
        return findings
    }
}

/// What the checks look at.
struct PreFlightInput: Sendable {
    let sending: SendingSession
    let mail: IssueMail
    let dns: DNS
}

/// One condition that an issue must meet before it is sent.
protocol PreFlightCheck: Sendable {
    func findings(_ input: PreFlightInput) async throws -> [PreFlight.Finding]
}

/// In the order in which a person should correct what they find.
let allPreFlightChecks: [any PreFlightCheck] = [
    IssueText(), PageOnline(), MessageSize(), UnsubscribeServer(), SenderRecords(), SigningRecords(),
]
