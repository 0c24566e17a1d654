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

    /// One line for each step.
    package static func text(of journal: PublishJournal) -> PrintableText {
        let state =
            switch journal.ending {
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
                    ("issue", .number(journal.issue)), ("state", .text(journal.ending?.rawValue ?? "open")),
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
