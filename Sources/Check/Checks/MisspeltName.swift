internal import Newsletter

/// A name that the publication knows (`names`) is misspelt, or a common word is (`Annoucing`).
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
                        explanation: names.isCommon(document.bytes[range])
                            ? "This is a common misspelling." : "The publication's settings have this spelling.",
                        fixes: document.isQuoted(range)
                            ? [] : [document.fix("Write '\(meant)'", replacing: range, with: meant)]))
            }
        }
        return findings
    }
}

extension Document {
    /// Whether a range is in the lines of a block quote.
    func isQuoted(_ range: Range<Int>) -> Bool {
        let line = lines[line(at: range.lowerBound)]
        return bytes[line.bytes].first { !ASCII.isBlank($0) } == UInt8(ascii: ">")
    }
}
