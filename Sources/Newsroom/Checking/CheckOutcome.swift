internal import Check
internal import Markdown
package import Newsletter
package import Text

/// The findings of the checks in some issues.
package struct CheckOutcome: Sendable {
    var findings: [Finding] = []
    var texts: [String: SourceText] = [:]
    /// How many files were checked.
    package internal(set) var files = 0
    /// A line for each fix that was applied to a file.
    package internal(set) var fixes: [String] = []
    /// The reasons why some files or links couldn't be checked.
    package internal(set) var faults: [Diagnostic]
    /// What should be improved in the settings; it doesn't count as a finding.
    package internal(set) var notices: [Diagnostic] = []
    /// How many links were requested, and how many were remembered; nil if links weren't checked.
    package internal(set) var links: (requested: Int, remembered: Int)?

    init(faults: [Diagnostic]) {
        self.faults = faults
    }

    /// The format of a report.
    package enum Format: Sendable {
        case text(isColored: Bool)
        case json, github
        case sarif(version: String)
    }

    package func report(_ format: Format) -> PrintableText {
        let report: any Report =
            switch format {
            case .text(let isColored): TextReport(isColored: isColored)
            case .json: JSONReport()
            case .github: GitHubReport()
            case .sarif(let version): SARIFReport(version: version)
            }
        return report.text(findings, texts: texts)
    }

    /// The number of findings of each severity: `2 errors and 1 hint`.
    package var counts: String { FindingCounts.words(findings) }
    /// How many findings `check --fix` would fix.
    package var fixable: Int { findings.count { $0.fixes.contains(where: \.isSafe) } }
    /// Whether there is an error or a warning.
    package var hasFindings: Bool { !findings.allSatisfy { $0.severity == .hint } }
}
