internal import Check
internal import Context
internal import Markdown
internal import Newsletter
internal import Text

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
        let checks = try await CheckSession(session, selected: choice.selected, ignored: choice.ignored)
        let wanted = try CheckedFiles(paths, session)
        var outcome = CheckOutcome(faults: wanted.faults)
        var files = wanted.files
        if choice.fixes { outcome.fixes = try fix(&files, checks) }
        var judged = await judge(files, checks, &outcome)
        var since = choice.since.map { BaselineFindings($0, git: session.context.git, checks: checks) }
        let online = choice.links ? try await request(&judged, checks, &since, &outcome, progress) : []
        for judged in judged {
            outcome.findings += try await since?.findings(of: judged) ?? judged.findings
            outcome.findings += online.filter { $0.file == judged.file }
        }
        outcome.texts = Dictionary(judged.map { ($0.file, $0.source) }) { first, _ in first }
        outcome.files = judged.count
        MissingWords(session.publication, session.location).map { outcome.notices.append($0.notice) }
        outcome.notices += SettingsPlaceholders.notices(session)
        return outcome
    }

    private func fix(_ files: inout [CheckedFile], _ checks: CheckSession) throws -> [String] {
        var fixing = FixApplication(session: session, fixer: checks.fixer)
        for index in files.indices {
            // What isn't an issue is reported when it is checked.
            if let bytes = try? fixing.fix(files[index]) { files[index].bytes = bytes }
        }
        return try fixing.write()
    }

    private func judge(
        _ files: [CheckedFile], _ checks: CheckSession, _ outcome: inout CheckOutcome
    ) async -> [CheckSession.Judged] {
        let results = await Window.map(files, jobs: session.context.environment.processors) { [choice] file in
            Result { () throws(Diagnostics) in
                try checks.judge(file.bytes, file: file.path, takingLinks: choice.links)
            }
        }
        var all: [CheckSession.Judged] = []
        for result in results {
            switch result {
            case .success(let judged): all.append(judged)
            case .failure(let error): outcome.faults += error.all
            }
        }
        return all
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
