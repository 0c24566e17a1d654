internal import Newsletter

/// Nothing refers to a definition `[label]: URL`.
///
/// Readers never see it: the reference to it is missing or spelt differently.
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
                explanation: "Readers never see this URL; refer to it, or remove the line.",
                fixes: [document.fix("Remove the line", replacing: line, with: "")])
        }
    }
}
