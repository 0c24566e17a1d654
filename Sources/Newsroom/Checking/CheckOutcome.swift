internal import Check
internal import Markdown
package import Newsletter
package import Text

/// The result of checking some issues.
package struct CheckOutcome: Sendable {
    /// The findings, and the texts that they are in; empty if they were reported file by file.
    var findings: [Finding] = []
    var texts: [String: SourceText] = [:]
    var total = FindingTotal()
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

    mutating func add(_ findings: [Finding]) {
        files += 1
        total.add(findings)
    }

    /// The format of a report.
    package enum Format: Sendable {
        case text(isColored: Bool)
        case json, github
        case sarif(version: String)
    }

    /// The report on ``findings``.
    package func report(_ format: Format) -> PrintableText { format.report.text(findings, texts: texts) }

    /// The number of findings of each severity: `2 errors and 1 hint`.
    package var counts: String { total.words }
    /// How many findings `check --fix` would fix.
    package var fixable: Int { total.fixable }
    /// Whether there is an error or a warning.
    package var hasFindings: Bool { total.hasFindings }
}

extension CheckOutcome.Format {
    var report: any Report {
        switch self {
        case .text(let isColored): TextReport(isColored: isColored)
        case .json: JSONReport()
        case .github: GitHubReport()
        case .sarif(let version): SARIFReport(version: version)
        }
    }
}
