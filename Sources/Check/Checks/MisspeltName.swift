internal import Newsletter

/// A name that the publication knows (`names`) is misspelt.
///
/// One letter is wrong, missing or too many, two are swapped, or the capital letters are wrong (`Github` for `GitHub`).
/// `spellings` lists other misspelt words with their correct forms.
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
                        "'\(document.text(range))' should be '\(meant)'", at: range, in: document,
                        explanation: "The publication's settings have this spelling.",
                        fixes: [document.fix("Write '\(meant)'", replacing: range, with: meant)]))
            }
        }
        return findings
    }
}
