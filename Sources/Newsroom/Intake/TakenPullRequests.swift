internal import Check
internal import Context
internal import Draft
internal import Markdown
internal import Newsletter
package import Text

/// Adds the entries of open pull requests to the draft.
package struct TakenPullRequests {
    private let session: DraftSession
    private let draft: String?
    private let origin: PullRequestOrigin

    /// - Parameter draft: the draft's file; by default, the draft with the latest date.
    package init(_ session: DraftSession, draft: String? = nil, origin: PullRequestOrigin) {
        self.session = session
        self.draft = draft
        self.origin = origin
    }

    /// The result of intake for each pull request.
    package struct Outcome: Sendable {
        let rows: [IntakeRow]
        /// The draft's path.
        package let draft: String

        package var taken: Int { rows.count { $0.state == .takenIn } }
        /// Whether a pull request needs a person's attention.
        package var needsPerson: Bool { rows.contains(where: \.kind.needsPerson) }
        /// A table for people.
        package var text: PrintableText { IntakeTable.text(rows) }
        package var json: JSONText { IntakeTable.json(rows) }
    }

    /// - Parameters:
    ///   - choice: the pull requests to take.
    ///   - again: pull requests that are added as if for the first time, including entries that were deleted since.
    ///   - isDry: whether to write nothing.
    /// - Throws: a ``Diagnostic`` if a name isn't that of an open pull request, or main isn't checked out.
    package func take(_ choice: PullRequestSelection, again: Set<String> = [], isDry: Bool) async throws -> Outcome {
        let (place, pulls) = try await open(choice, named: again)
        let selection = choice.selection
        let check = try await check(place)
        let rows = try await PublicationLock.take(session) {
            var intake = Intake(
                files: place.context.files, reader: place.reader, draftFile: place.draftFile,
                memory: try place.memory(of: try place.draft()), check: check,
                save: { changes in try session.apply(changes) })
            return try await intake.run(
                pulls.filter { selection.contains($0.name) }, again: Set(again.map { PullRequestName($0) }),
                isDry: isDry)
        }
        return Outcome(rows: rows, draft: place.draftFile)
    }

    /// Commits the draft, with the pull requests whose entries are all in it as parents.
    ///
    /// - Parameter target: the branch that the commit goes to.
    /// - Throws: the errors of ``take(_:again:isDry:)``.
    package func commit(_ choice: PullRequestSelection, to target: CommitTarget) async throws -> CommittedDraft {
        let (place, pulls) = try await open(choice)
        let committing = try DraftCommitting(place, pulls: pulls, selection: choice.selection)
        switch target {
        case .branch: return try await committing.putOnBranch()
        case .push(let isMeant): return try await committing.push(isMeant: isMeant)
        }
    }

    /// The repository with its draft, and all open pull requests.
    private func open(
        _ choice: PullRequestSelection, named others: Set<String> = []
    ) async throws -> (IntakePlace, [OpenPullRequest]) {
        let place = try await IntakePlace(session, draft: draft)
        let source = try origin.source(place)
        let all = try await source.list()
        try await place.checkIsCurrent(with: try await source.main())
        let names = choice.only.union(choice.except).union(others).map { PullRequestName($0) }
        for name in names.sorted() where !all.contains(where: { $0.name == name }) {
            throw Diagnostic(
                "no open pull request '\(name.key)'", remedy: "Choose a pull request that 'sennight intake' lists")
        }
        return (place, all)
    }

    /// The checks of the entries that a pull request adds.
    private func check(_ place: IntakePlace) async throws -> Intake.Check {
        let checks = try await CheckSession(session)
        let earlier = try await EarlierAppearances(session)
        let reader = IssueReader(rules: SectionRules(session.publication))
        let file = place.draftFile
        return { before, after in
            do throws(Diagnostics) {
                let (old, new) = (try checks.judge(before, file: file), try checks.judge(after, file: file))
                let findings = FindingDiff(
                    new.findings, in: new.source, with: old.findings, in: old.source
                ).new.filter { $0.severity != .hint }.map { $0.note(in: new.source) }
                let appearances = earlier.appearances(
                    ofNewIn: try reader.read(after, file: file).issue,
                    since: try reader.read(before, file: file).issue)
                return findings + appearances.map(\.text)
            } catch {
                return error.all.map { "could not be checked: \($0.summary)" }
            }
        }
    }
}

/// A selection of pull requests, by number or branch.
package struct PullRequestSelection: Hashable, Sendable {
    /// The pull requests to use; empty for all.
    package var only: Set<String>
    package var except: Set<String>

    package init(only: Set<String> = [], except: Set<String> = []) {
        self.only = only
        self.except = except
    }

    var selection: CommitPlan.Selection {
        CommitPlan.Selection(
            only: Set(only.map { PullRequestName($0) }), except: Set(except.map { PullRequestName($0) }))
    }
}
