internal import Newsletter

/// A definition `[label]: address` that nothing refers to.
///
/// Readers never see it: a reference to it was lost, or is spelt otherwise.
struct UnusedDefinition: Check {
    static let id = "unused-definition"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        guard !document.definitions.isEmpty else { return [] }
        let used = Set(document.links.compactMap { $0.definition.map { document.definitions[$0].label } })
        return document.definitions.compactMap { definition in
            guard !used.contains(definition.label) else { return nil }
            let line = document.lines[definition.line].bytes
            return finding(
                "nothing refers to '\(document.text(definition.labelRange))'", at: definition.labelRange, in: document,
                explanation: "Readers never see this address; refer to it, or take the line out.",
                fixes: [document.fix("Take the line out", replacing: line, with: "")])
        }
    }
}
