internal import Check
internal import Context
internal import Markdown
internal import Newsletter
package import Text

/// Checks issues against the archive and, if requested, against a revision and the web.
package struct CheckRun {
    private let session: DraftSession
    private let choice: Choice

    /// Which checks run, and what else happens in a run.
    package struct Choice: Sendable {
        /// The only checks to run, even if the settings switch them off; empty for all.
        package var selected: Set<String> = []
        package var ignored: Set<String> = []
        /// The git revision since which findings are new; nil to show all.
        package var since: String?
        /// Whether to apply all safe fixes to the files.
        package var fixes = false
        /// Whether links are requested.
        package var links = false
        package var connectionsPerHost = 2

        package init() {}
    }

    package init(_ session: DraftSession, _ choice: Choice) {
        self.session = session
        self.choice = choice
    }

    /// - Parameters:
    ///   - paths: issues, and folders with issues; if empty, the working draft is checked.
    ///   - progress: receives how many links are done, and how many there are.
    /// - Throws: if nothing could be checked; problems with single files are in the outcome.
    package func outcome(
        of paths: [String], progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) async throws -> CheckOutcome {
        var checked: [FileFindings] = []
        var outcome = try await run(paths, progress, rendering: nil) { checked.append($0) }
        outcome.findings = checked.flatMap(\.findings)
        outcome.texts = Dictionary(checked.map { ($0.file, $0.source) }) { first, _ in first }
        return outcome
    }

    /// Checks issues, and reports the findings in each as soon as those in the issues before it are reported, so that many
    /// issues need no more memory than a few.
    ///
    /// - Parameters:
    ///   - paths: as in ``outcome(of:progress:)``.
    ///   - print: receives the report part by part.
    /// - Returns: the outcome without the findings.
    /// - Throws: as ``outcome(of:progress:)``.
    package func outcome(
        of paths: [String], reportedAs format: CheckOutcome.Format, print: (PrintableText) -> Void
    ) async throws -> CheckOutcome {
        let report = format.report
        guard let frame = report.frame else {
            var outcome = try await outcome(of: paths)
            print(outcome.report(format))
            (outcome.findings, outcome.texts) = ([], [:])
            return outcome
        }
        var isEmpty = true
        let outcome = try await run(paths, { _, _ in }, rendering: report) { checked in
            guard let part = checked.part else { return }
            print(isEmpty ? frame.start : frame.separator)
            isEmpty = false
            print(part)
        }
        print(isEmpty ? frame.empty : frame.end)
        return outcome
    }

    private func run(
        _ paths: [String], _ progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void,
        rendering report: (any Report)?, _ receive: (FileFindings) -> Void
    ) async throws -> CheckOutcome {
        let checks = try await CheckSession(session, selected: choice.selected, ignored: choice.ignored)
        let wanted = try CheckedFiles(paths, session)
        var outcome = CheckOutcome(faults: wanted.faults)
        var files = wanted.files
        if choice.fixes { outcome.fixes = try fix(&files, checks) }
        var since = choice.since.map { BaselineFindings($0, git: session.context.git, checks: checks) }
        // Findings that are still compared with others can't be rendered yet.
        let early = since == nil && !choice.links ? report : nil
        var waiting: [CheckSession.Judged] = []
        try await judge(files, checks, rendering: early) { result in
            switch result {
            case .success(nil): break
            case .success(let (judged, part)?) where !choice.links:
                let findings = try await since?.findings(of: judged) ?? judged.findings
                outcome.add(findings)
                receive(FileFindings(judged, findings, part: part ?? Self.part(of: findings, judged, report)))
            case .success(let (judged, _)?): waiting.append(judged)
            case .failure(let error): outcome.faults += error.all
            }
        }
        let online = choice.links ? try await request(&waiting, checks, &since, &outcome, progress) : []
        for judged in waiting {
            let own = try await since?.findings(of: judged) ?? judged.findings
            let findings = own + online.filter { $0.file == judged.file }
            outcome.add(findings)
            receive(FileFindings(judged, findings, part: Self.part(of: findings, judged, report)))
        }
        MissingWords(session.publication, session.location).map { outcome.notices.append($0.notice) }
        outcome.notices += SettingsPlaceholders.notices(session)
        return outcome
    }

    /// The findings in a file, and their part of the report.
    private struct FileFindings {
        var file: String
        var source: SourceText
        var findings: [Finding]
        var part: PrintableText?

        init(_ judged: CheckSession.Judged, _ findings: [Finding], part: PrintableText?) {
            file = judged.file
            source = judged.source
            self.findings = findings
            self.part = part
        }
    }

    private static func part(
        of findings: [Finding], _ judged: CheckSession.Judged, _ report: (any Report)?
    ) -> PrintableText? {
        findings.isEmpty ? nil : report?.part(findings, in: judged.source)
    }

    /// Checks files, and passes the findings in each to `receive`; nil for a file that isn't an issue.
    private func judge(
        _ files: [CheckedFile], _ checks: CheckSession, rendering report: (any Report)?,
        _ receive: (Result<(CheckSession.Judged, PrintableText?)?, Diagnostics>) async throws -> Void
    ) async throws {
        let takesLinks = choice.links
        try await Window.inOrder(files, jobs: session.context.environment.processors) { file in
            Result { () throws(Diagnostics) in
                guard let bytes = try checks.bytes(of: file) else { return nil }
                let judged = try checks.judge(bytes, file: file.path, takingLinks: takesLinks)
                return (judged, Self.part(of: judged.findings, judged, report))
            }
        } _: {
            try await receive($0)
        }
    }

    private func fix(_ files: inout [CheckedFile], _ checks: CheckSession) throws -> [String] {
        var fixing = FixApplication(session: session, fixer: checks.fixer)
        for index in files.indices {
            // What isn't an issue is reported when it is checked.
            if let bytes = try? fixing.fix(files[index]) { files[index].known = bytes }
        }
        return try fixing.write()
    }

    /// Requests the links, and returns the answers.
    private func request(
        _ all: inout [CheckSession.Judged], _ checks: CheckSession, _ since: inout BaselineFindings?,
        _ outcome: inout CheckOutcome, _ progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void
    ) async throws -> [Finding] {
        var links = LinkCollection(checks.context)
        for index in all.indices {
            let new = try await since?.newLines(of: all[index])
            if let found = all[index].links { links.add(found) { new?.contains($0) ?? true } }
            all[index].links = nil
        }
        let run = LinkRun(session: session, context: checks.context, choice: choice, progress: progress)
        guard let result = try await run.outcome(of: links) else {
            outcome.faults.append(
                Diagnostic(
                    "none of the links could be checked: no server responded",
                    remedy: "Check your network connection, or leave out --links"))
            return []
        }
        outcome.links = (result.requested, result.remembered)
        return result.findings
    }
}
