import ArgumentParser
internal import Newsroom
internal import Text

/// The format in which findings are printed.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json, github, sarif

    /// Checks issues and prints the report in this format: after all links were requested, or else part by part.
    func report(
        _ run: CheckRun, _ paths: [String], links: Bool, color: ColorChoice
    ) async throws -> CheckOutcome {
        let format = format(color)
        let outcome: CheckOutcome
        if links {
            outcome = try await ProgressBar.showing("Links") { bar in
                try await run.outcome(of: paths) { bar.show($0, of: $1) }
            }
            sayLinks(outcome)
            print(outcome.report(format))
        } else {
            outcome = try await run.outcome(of: paths, reportedAs: format) { print($0) }
        }
        sayTotal(outcome)
        return outcome
    }

    private func format(_ color: ColorChoice) -> CheckOutcome.Format {
        switch self {
        case .text: .text(isColored: color.isWanted(on: .results))
        case .json: .json
        case .github: .github
        case .sarif: .sarif(version: Program.version)
        }
    }

    private func print(_ report: PrintableText) {
        Terminal.print(report, endsLine: false, hasCommands: self == .github)
    }

    private func sayLinks(_ outcome: CheckOutcome) {
        guard let links = outcome.links else { return }
        let words = links.requested == 1 ? "link" : "links"
        Terminal.say("\(links.requested) \(words) requested, \(links.remembered) remembered from an earlier run.")
    }

    private func sayTotal(_ outcome: CheckOutcome) {
        Terminal.say(
            "\(outcome.files) \(outcome.files == 1 ? "file" : "files") checked, found \(outcome.counts)"
                + (outcome.fixable == 0 ? "." : "; --fix fixes \(outcome.fixable)."))
        for fault in outcome.faults + outcome.notices { Terminal.say("\(fault)") }
    }
}
