package import Newsletter
internal import Archive

/// Applies an editor's decisions on candidates to the draft.
package struct Choosing {
    private let publication: Publication

    package init(_ publication: Publication) {
        self.publication = publication
    }

    /// The result of the decisions.
    package struct Outcome: Sendable {
        package var draft: WorkingDraft
        package var memory: DecisionLog
        package var placed = 0
        /// How many of the chosen candidates were in the draft already.
        package var present = 0
        package var declined = 0
        /// The reasons why some candidates couldn't be added.
        package var faults: [Diagnostic] = []
        /// The identities of the draft's entries.
        var identities: Set<String> = []
    }

    /// - Throws: ``Diagnostics`` if the result isn't an issue.
    package func applying(
        _ choices: [ChoiceSheet.Choice], to draft: WorkingDraft, remembering memory: DecisionLog
    ) throws -> Outcome {
        var outcome = Outcome(draft: draft, memory: memory)
        outcome.identities = Set(
            draft.issue.sections.flatMap { section in section.entries.compactMap { $0.identity(in: section) } })
        try PlacementBatch.run(choices[...], on: &outcome, draft: \.draft, publication: publication) {
            try apply($0, remembering: &$1, to: &$2)
        }
        outcome.draft = try EmptySectionTexts(publication).reconciled(
            outcome.draft, after: draft)
        return outcome
    }

    private func apply(
        _ choices: ArraySlice<ChoiceSheet.Choice>, remembering outcome: inout Outcome, to batch: inout PlacementBatch
    ) throws {
        for choice in choices {
            let candidate = choice.candidate
            func remember(_ kind: Decision.Kind) {
                for identity in Set([choice.identity, candidate.identity]) {
                    outcome.memory.remember(
                        Decision(
                            identity: identity, decision: kind, by: .editor, title: candidate.title,
                            section: candidate.section, source: candidate.source))
                }
            }
            switch choice.word {
            case .add where candidate.url != nil && outcome.identities.contains(candidate.identityInIssue):
                // Added by hand, or by a run that was interrupted before it could record this.
                remember(.placed)
                outcome.present += 1
            case .add:
                do throws(any Error) {
                    try batch.place(candidate)
                    outcome.identities.insert(candidate.identityInIssue)
                    remember(.placed)
                    outcome.placed += 1
                } catch let fault as Diagnostic {
                    // The decision stays: if no section fits today, the candidate is added as soon as there is one.
                    remember(.chosen)
                    outcome.faults.append(fault)
                }
            case .later: remember(.later)
            case .no:
                remember(.removed)
                outcome.declined += 1
            }
        }
    }
}
