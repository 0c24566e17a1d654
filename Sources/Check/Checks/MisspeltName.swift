internal import Newsletter

/// A name that the publication knows (`names`) is spelt otherwise.
///
/// One letter wrong, missing, too many, or two that changed places; or other capitals, where the name has its own
/// (`GitHub`). `spellings` adds single wrong words and what they should be.
struct MisspeltName: Check {
    static let id = "misspelt-name"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let names = context.history.names
        guard !names.isEmpty else { return [] }
        var findings: [Finding] = []
        for block in document.blocks where block.kind != .html {
            NameScanner.scan(document, block, names) { range, meant in
                findings.append(
                    finding(
                        "'\(document.text(range))' is spelt '\(meant)'", at: range, in: document,
                        explanation: "This is how the publication's word list spells it.",
                        fixes: [document.fix("Write '\(meant)'", replacing: range, with: meant)]))
            }
        }
        return findings
    }
}
