internal import Markdown
package import Newsletter

/// Mends what can be mended safely, by splices, until there is nothing left to mend.
package struct Fixer: Sendable {
    private let checker: Checker
    private let reader: IssueReader

    package init(_ checker: Checker, publication: Publication) {
        self.checker = checker
        reader = IssueReader(rules: SectionRules(publication.sections))
    }

    /// The text with all safe fixes, and what was mended, in order.
    ///
    /// - Throws: everything that keeps the file from being an issue.
    package func fixed(_ bytes: [UInt8], file: String) throws(Diagnostics) -> (bytes: [UInt8], mended: [Finding]) {
        var (text, mended): ([UInt8], [Finding]) = (bytes, [])
        // One fix may lay bare another; those that overlap take turns.
        for _ in 0..<Self.mostRounds {
            let findings = try checker.findings(in: text, file: file)
            let (next, done) = Self.applySafe(findings, to: text)
            guard !done.isEmpty, next != text else { break }
            (text, mended) = (next, mended + done)
        }
        return (text, mended)
    }

    private static let mostRounds = 20

    /// Applies the first safe fix of each finding, as long as it touches nothing that another one changes.
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
        // Edits of the same text were left out above.
        guard let result = try? writer.bytes() else { return (bytes, []) }
        return (result, mended)
    }
}
