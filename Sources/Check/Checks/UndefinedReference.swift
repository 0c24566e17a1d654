internal import Newsletter
internal import Text

/// A reference such as `[text][label]` has no definition `[label]: address`.
///
/// Readers see the brackets. Tags in front of an entry, such as `[audio]` or `[disposition: merge]`, and single words in
/// brackets are no references.
struct UndefinedReference: Check {
    static let id = "undefined-reference"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        var findings: [Finding] = []
        var previous: Bracket?
        for bracket in document.brackets {
            defer { previous = bracket }
            guard !bracket.isInLink, let before = previous, before.whole.upperBound == bracket.whole.lowerBound,
                !before.text.isEmpty, !bracket.text.isEmpty || isReferenced(before, document)
            else { continue }
            // `[video][Title]` are two tags; `[a][b][c]` of code are none.
            guard !isCode(before, document), !isCode(bracket, document), !isTag(bracket, document) else { continue }
            let label = bracket.text.isEmpty ? before.text : bracket.text
            let known = document.definitions.map(\.label)
            let nearest = ClosestMatch.of(InlineScanner.label(document.bytes[label]), among: known)
            findings.append(
                finding(
                    "missing definition of '\(document.text(label))'", at: bracket.whole, in: document,
                    explanation: "Readers see the brackets; write the line '[\(document.text(label))]: address'.",
                    fixes: nearest.map { [document.fix("Refer to '\($0)'", replacing: bracket.whole, with: "[\($0)]")] }
                        ?? []))
        }
        return findings
    }

    /// `[series][video] [Title](…)`: a link follows on the same line.
    private func isTag(_ bracket: Bracket, _ document: Document) -> Bool {
        let end = document.lines[document.line(at: bracket.whole.lowerBound)].bytes.upperBound
        // One that spans lines is no tag.
        guard bracket.whole.upperBound <= end else { return false }
        let rest = document.bytes.trimmed(bracket.whole.upperBound..<end)
        return !bracket.text.isEmpty && rest.first.map { document.bytes[$0] == UInt8(ascii: "[") } == true
            && document.links(in: rest).first?.whole.lowerBound == rest.lowerBound
    }

    private func isReferenced(_ bracket: Bracket, _ document: Document) -> Bool { bracket.text.count > 2 }

    private func isCode(_ bracket: Bracket, _ document: Document) -> Bool {
        document.bytes[bracket.text].contains { $0 == 0x60 || $0 == 0x23 || $0 == 0x3D }
    }
}
