internal import Draft
internal import Context
internal import Newsletter
internal import Settings
internal import Text

/// An editor's actions on a single pull request.
package struct PullRequestAnswers {
    private let session: DraftSession

    package init(_ session: DraftSession) {
        self.session = session
    }

    /// The answer that a house rule gives.
    package struct Answer: Sendable {
        package var number: Int
        /// The pull request's title.
        package var title: String
        package var text: String
    }

    /// Prepares the answer of a house rule to a pull request.
    ///
    /// - Throws: a ``Diagnostic`` if the rule doesn't exist, or the pull request isn't open.
    package func answer(to number: Int, by id: String) async throws -> Answer {
        let rules = session.publication.intake.rules
        guard let rule = rules.first(where: { $0.id == id }) else {
            let nearest = ClosestMatch.of(id, among: rules.map(\.id))
            let known = rules.isEmpty ? "none" : rules.map(\.id).joined(separator: ", ")
            throw Diagnostic(
                "unknown house rule '\(id)'",
                remedy: nearest.map { "Did you mean '\($0)'?" } ?? "The rules are: \(known)",
                file: session.location.settings)
        }
        let pull = try await PullRequestOrigin.client(session).pullRequest(number)
        return Answer(number: number, title: pull.title, text: rule.answer(to: pull.author))
    }

    /// Posts an answer and closes the pull request.
    package func decline(with answer: Answer) async throws {
        try await PullRequestOrigin.client(session).decline(answer.number, answer: answer.text)
    }

    /// The result of merging main into a pull request's branch.
    package enum Update: Sendable {
        /// The branch already has all commits of main.
        case isCurrent(name: String)
        case wouldPush(commit: String, name: String)
        case pushed(commit: String, name: String)
    }

    /// Merges main into the branch of a pull request, entry by entry.
    ///
    /// - Parameters:
    ///   - draft: the draft's file; by default, the draft with the latest date.
    ///   - isMeant: whether to push the merge; otherwise, only the commit is made.
    package func update(
        _ name: String, from origin: PullRequestOrigin, draft: String?, isMeant: Bool
    ) async throws -> Update {
        let place = try await IntakePlace(session, draft: draft)
        let source = try origin.source(place)
        let pull = try await source.find(PullRequestName(name))
        let reader = PullRequestReader(
            repository: place.repository, folders: place.folders, main: try await source.main())
        let update = BranchUpdate(reader)
        let name = PullRequestName(name).description
        guard let commit = try await update.make(pull) else { return .isCurrent(name: name) }
        guard isMeant else { return .wouldPush(commit: commit, name: name) }
        try await update.push(commit, to: pull)
        return .pushed(commit: commit, name: name)
    }
}
