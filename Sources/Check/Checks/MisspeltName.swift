internal import Newsletter

/// A name that the publication knows (`names`) is misspelt.
///
/// One letter is wrong, missing or too many, two are swapped, or the capital letters are wrong (`Github` for `GitHub`).
/// `spellings` lists other misspelt words with their correct forms. In a quotation, the spelling may be the author's own, so
/// no fix is offered there.
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
                        fixes: isQuoted(range, in: document)
                            ? [] : [document.fix("Write '\(meant)'", replacing: range, with: meant)]))
            }
        }
        return findings
    }

    /// Whether a range is in the lines of a block quote.
    private func isQuoted(_ range: Range<Int>, in document: Document) -> Bool {
        let line = document.lines[document.line(at: range.lowerBound)]
        return document.bytes[line.bytes].first { !ASCII.isBlank($0) } == UInt8(ascii: ">")
    }
}
