package import Publish
package import Text

/// What publishing an issue would do, for a person to decide on.
package struct PublishPlan: Sendable {
    package var title: String
    package var journal: PublishJournal
    /// What each open step would do, by its name.
    package var previews: [String: StepPreview]
    /// The names of the steps that can't be undone.
    package var final: Set<String>

    /// What stands in the way, in the order of the steps.
    package var problems: [String] {
        journal.steps.flatMap { step in
            (previews[step.name]?.problems ?? []).map { "\(step.name): \($0)" }
        }
    }

    package var text: PrintableText {
        var text: PrintableText = "\(title)\n"
        let width = journal.steps.map(\.name.count).max() ?? 0
        for step in journal.steps {
            let name = step.name + String(repeating: " ", count: width - step.name.count)
            let mark = final.contains(step.name) ? "  (can't be undone)" : ""
            if !step.isOpen {
                text += "\n  \(name)  \(step.state.rawValue)"
                continue
            }
            let changes = previews[step.name]?.changes ?? []
            for (index, change) in changes.enumerated() {
                text +=
                    "\n  \(index == 0 ? name : String(repeating: " ", count: width))  \(change)\(index == 0 ? mark : "")"
            }
            if changes.isEmpty { text += "\n  \(name)  \(step.target)\(mark)" }
        }
        return text
    }
}
