internal import Newsletter

/// The number of findings of each severity, and of those that can be fixed safely.
package struct FindingTotal: Sendable {
    private var counts: [Finding.Severity: Int] = [:]
    /// How many findings `check --fix` would fix.
    package private(set) var fixable = 0

    package init() {}

    package mutating func add(_ findings: [Finding]) {
        for finding in findings {
            counts[finding.severity, default: 0] += 1
            if finding.fixes.contains(where: \.isSafe) { fixable += 1 }
        }
    }

    /// Whether there is an error or a warning.
    package var hasFindings: Bool { counts.contains { $0.key != .hint && $0.value > 0 } }

    /// `2 errors, 1 warning`, or `nothing`.
    package var words: String {
        let parts = Finding.Severity.allCases.compactMap { severity -> String? in
            guard let count = counts[severity] else { return nil }
            return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
    }
}
