internal import Markdown
package import Newsletter

/// Applies safe fixes until none is left.
package struct Fixer: Sendable {
    private let checker: Checker
    private let reader: IssueReader

    package init(_ checker: Checker, publication: Publication) {
        self.checker = checker
        reader = IssueReader(rules: SectionRules(publication))
    }

    /// The text with all safe fixes applied, and the fixed findings in order.
    ///
    /// - Throws: every reason why the file isn't a valid issue.
    package func fixed(_ bytes: [UInt8], file: String) throws(Diagnostics) -> (bytes: [UInt8], mended: [Finding]) {
        var (text, mended): ([UInt8], [Finding]) = (bytes, [])
        // One fix may reveal another, and overlapping fixes are applied in successive rounds.
        for _ in 0..<Self.mostRounds {
            let findings = try checker.findings(in: text, file: file)
            let (next, done) = Self.applySafe(findings, to: text)
            guard !done.isEmpty, next != text else { break }
            (text, mended) = (next, mended + done)
        }
        return (text, mended)
    }

    private static let mostRounds = 20

    /// Applies the first safe fix of each finding, unless it overlaps with another one.
    static func applySafe(_ findings: [Finding], to bytes: [UInt8]) -> ([UInt8], mended: [Finding]) {
        var writer = IssueWriter(bytes)
        var taken = TakenRanges()
        var mended: [Finding] = []
        for finding in findings {
            guard let fix = finding.fixes.first(where: \.isSafe) else { continue }
            let ranges = fix.splices.map(\.range.bytes)
            guard ranges.allSatisfy({ !taken.touch($0) }) else { continue }
            for splice in fix.splices { writer.replace(splice.range, with: splice.replacement) }
            for range in ranges { taken.insert(range) }
            mended.append(finding)
        }
        // Overlapping edits were left out above.
        guard let result = try? writer.bytes() else { return (bytes, []) }
        return (result, mended)
    }
}
