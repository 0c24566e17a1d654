package import Newsletter
internal import Archive

/// Does what an editor decided on candidates.
package struct Choosing {
    private let publication: Publication

    package init(_ publication: Publication) {
        self.publication = publication
    }

    /// What came of it.
    package struct Outcome: Sendable {
        package var draft: WorkingDraft
        package var memory: DecisionMemory
        package var placed = 0
        package var declined = 0
        /// Why some could not be placed.
        package var faults: [Diagnostic] = []
    }

    /// - Throws: ``Diagnostics`` where the result is no issue.
    package func applying(
        _ choices: [(word: ChoiceSheet.Word, candidate: Candidate)], to draft: WorkingDraft,
        remembering memory: DecisionMemory
    ) throws -> Outcome {
        var outcome = Outcome(draft: draft, memory: memory)
        for (word, candidate) in choices {
            switch word {
            case .add:
                do throws(any Error) {
                    outcome.draft = try Placement(into: outcome.draft, publication: publication).placing(candidate)
                    outcome.memory.remember(decision(.placed, candidate))
                    outcome.placed += 1
                } catch let fault as Diagnostic {
                    // The word stands: what has no place today is placed as soon as there is one.
                    outcome.memory.remember(decision(.chosen, candidate))
                    outcome.faults.append(fault)
                }
            case .later: outcome.memory.remember(decision(.later, candidate))
            case .no:
                outcome.memory.remember(decision(.removed, candidate))
                outcome.declined += 1
            }
        }
        outcome.draft = try NoneSentences(publication.draft.none).reconciled(outcome.draft, after: draft)
        return outcome
    }

    private func decision(_ kind: Decision.Kind, _ candidate: Candidate) -> Decision {
        Decision(
            identity: candidate.identity, decision: kind, title: candidate.title, section: candidate.section,
            source: candidate.source)
    }
}
