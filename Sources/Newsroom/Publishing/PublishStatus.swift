internal import Context
internal import Newsletter
package import Publish
internal import Store
package import Text

/// What was published, and what is left.
package enum PublishStatus {
    /// The journals in the store, sorted by issue.
    ///
    /// - Throws: ``StoreError``; a ``Diagnostic`` for a damaged journal.
    package static func journals(_ publishing: Publishing) async throws -> [PublishJournal] {
        let subscribers = try publishing.subscribers()
        let texts = try await subscribers.withStore(.reading) { try await $0.publishJournals() }
        return try texts.map { try PublishJournal(Array($0.utf8), place: subscribers.path) }
    }

    /// The plan to continue: this clone's, or else the newest one on the remote; nil if none is open.
    static func open(_ publishing: Publishing) async throws -> PublishJournal? {
        let own = try await journals(publishing).last {
            $0.resolution == nil && $0.isRehearsal == publishing.isRehearsal
        }
        if own != nil || publishing.isRehearsal { return own }
        return try await PlanPlace(publishing, try publishing.session()).openJournal()
    }

    /// The journals in the store, with what the remote says of those that are open here.
    ///
    /// - Throws: as ``journals(_:)``; ``GitError`` if the remote can't be asked.
    package static func current(_ publishing: Publishing) async throws -> [PublishJournal] {
        for journal in try await journals(publishing) where journal.resolution == nil && !journal.isRehearsal {
            _ = try await PlanRecord(publishing, issue: journal.issue).journal()
        }
        return try await journals(publishing)
    }

    /// How the pages that readers get compare with what a build makes now.
    ///
    /// - Parameter count: how many of the newest issues to compare.
    package static func pages(_ publishing: Publishing, ofLast count: Int) async throws -> [PublishedPage] {
        let session = try publishing.session()
        let comparison = PublishedComparison(
            session.location, context: session.context, http: try session.http())
        return try await comparison.pages(ofLast: count)
    }

    /// One line for each step.
    package static func text(of journal: PublishJournal) -> PrintableText {
        let state =
            switch journal.resolution {
            case .complete: "published"
            case .abandoned: "abandoned"
            case nil: "\(journal.open.count.counted("step")) open"
            }
        var text: PrintableText =
            "Issue \(journal.issue): \(state) (\(journal.holder.description), \(Timestamp.text(journal.created)))"
        let width = journal.steps.map(\.name.count).max() ?? 0
        for step in journal.steps { text += "\n  \(line(of: step, width: width))" }
        return text
    }

    /// The plans for programs, in a stable schema.
    package static func json(of journals: [PublishJournal]) -> JSONText {
        .list(
            journals.map { journal in
                .object([
                    ("issue", .number(journal.issue)), ("state", .text(journal.resolution?.rawValue ?? "open")),
                    ("holder", .text(journal.holder.description)), ("created", .number(journal.created)),
                    ("rehearsal", .flag(journal.isRehearsal)), ("steps", .list(journal.steps.map(json))),
                ])
            })
    }

    private static func json(of step: StepRecord) -> JSONText {
        .object([
            ("name", .text(step.name)), ("target", .text(step.target)), ("state", .text(step.state.rawValue)),
            ("attempts", .number(step.attempts)), ("changed", .number(step.changed)),
            ("result", step.result.map { .text($0.summary) }), ("url", step.result?.url.map { .text($0) }),
            ("reason", step.reason.map { .text($0) }),
        ])
    }

    /// `deploy     done       /srv/www`
    package static func line(of step: StepRecord, width: Int = 0) -> PrintableText {
        let name = step.name + String(repeating: " ", count: max(0, width - step.name.count))
        let states = StepRecord.State.allCases.map(\.rawValue.count).max() ?? 0
        let state = step.state.rawValue + String(repeating: " ", count: states - step.state.rawValue.count)
        return "\(name)  \(state)  \(step.result?.url ?? step.result?.summary ?? step.reason ?? step.target)"
    }
}
