internal import Context
internal import Markdown
package import Newsletter

/// Runs checks over issues.
package struct Checker: Sendable {
    private let checks: [(id: String, check: any Check)]
    private let context: CheckContext
    private let reader: IssueReader

    /// - Parameters:
    ///   - selected: names of the only checks to run; if empty, all of them run.
    ///   - ignored: names of checks to skip.
    package init(_ context: CheckContext, selected: Set<String> = [], ignored: Set<String> = []) {
        self.context = context
        reader = IssueReader(rules: SectionRules(context.publication))
        let off = context.settings.off
        checks = allChecks.compactMap { type in
            let id = type.id
            guard selected.isEmpty || selected.contains(id), !ignored.contains(id) else { return nil }
            // A check selected by name runs even if the settings switch it off.
            if off.contains(id), !selected.contains(id) { return nil }
            return (id, type.init())
        }
    }

    /// Reads a file and checks it.
    ///
    /// - Throws: every reason why the file isn't a valid issue.
    package func findings(in bytes: [UInt8], file: String) throws(Diagnostics) -> [Finding] {
        findings(in: try Document(bytes, file: file, reader: reader))
    }

    /// The findings of all checks, in the order of the text.
    package func findings(in document: Document) -> [Finding] {
        var findings: [Finding] = []
        for (_, check) in checks { findings += check.findings(in: document, context) }
        return findings.isEmpty ? [] : context.settled(findings, silencedBy: Suppressions(in: document))
    }

    /// Checks several files at once.
    ///
    /// - Returns: for each file, its findings, or the reasons why it isn't a valid issue.
    package func findings(
        in files: [(bytes: [UInt8], file: String)], jobs: Int
    ) async -> [Result<[Finding], Diagnostics>] {
        await Window.map(files, jobs: jobs) { file in
            Result { () throws(Diagnostics) in try findings(in: file.bytes, file: file.file) }
        }
    }
}

extension CheckContext {
    /// Findings in the order of the text, with the publication's severities, without those that the issue itself
    /// suppresses.
    func settled(_ findings: [Finding], silencedBy suppressions: Suppressions) -> [Finding] {
        guard !findings.isEmpty else { return [] }
        var findings = findings
        if !settings.severities.isEmpty {
            for index in findings.indices {
                let finding = findings[index]
                guard let severity = settings.severities[finding.id] else { continue }
                // The settings never raise the severity of a finding that its check reports as less severe.
                let isGraded = finding.severity > (CheckNames.severity(of: finding.id) ?? finding.severity)
                findings[index].severity = isGraded ? max(finding.severity, severity) : severity
            }
        }
        if !suppressions.isEmpty { findings.removeAll(where: suppressions.covers) }
        return findings.sorted {
            ($0.range.bytes.lowerBound, $0.range.bytes.upperBound, $0.id)
                < ($1.range.bytes.lowerBound, $1.range.bytes.upperBound, $1.id)
        }
    }
}
