internal import Newsletter

/// A reference such as `[text][label]` has no definition `[label]: URL`.
///
/// Readers see the brackets. Tags before an entry, such as `[audio]` or `[disposition: merge]`, and single words in
/// brackets aren't references.
struct UndefinedReference: Check {
    static let id = "undefined-reference"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        var findings: [Finding] = []
        var previous: Bracket?
        for bracket in document.brackets {
            defer { previous = bracket }
            guard !bracket.isInLink, let before = previous, before.whole.upperBound == bracket.whole.lowerBound,
                !before.text.isEmpty, !continuesWord(before, document),
                !bracket.text.isEmpty || isReferenced(before, document)
            else { continue }
            // `[video][Title]` has two tags; `[a][b][c]` in code isn't a reference.
            guard !isCode(before, document), !isCode(bracket, document), !isTag(bracket, document) else { continue }
            let label = bracket.text.isEmpty ? before.text : bracket.text
            let written = Array(InlineScanner.label(document.bytes[label]).utf8)
            // Anything but a typing error may be meant to lead elsewhere.
            let similar = document.definitions.map(\.label).filter { Typo.isOne(written, Array($0.utf8)) }
            let nearest = Set(similar).count == 1 ? similar.first : nil
            findings.append(
                finding(
                    "no definition of '\(document.text(label))'", at: bracket.whole, in: document,
                    explanation: "Readers see the brackets; add the line '[\(document.text(label))]: URL'.",
                    fixes: nearest.map { [document.fix("Refer to '\($0)'", replacing: bracket.whole, with: "[\($0)]")] }
                        ?? []))
        }
        return findings
    }

    /// Whether a bracket is a tag before a link on the same line: `[series][video] [Title](…)`.
    private func isTag(_ bracket: Bracket, _ document: Document) -> Bool {
        let end = document.lines[document.line(at: bracket.whole.lowerBound)].bytes.upperBound
        // A bracket that spans lines isn't a tag.
        guard bracket.whole.upperBound <= end else { return false }
        let rest = document.bytes.trimmed(bracket.whole.upperBound..<end)
        return !bracket.text.isEmpty && rest.first.map { document.bytes[$0] == UInt8(ascii: "[") } == true
            && document.links(in: rest).first?.whole.lowerBound == rest.lowerBound
    }

    /// Whether a bracket is a part of a name, as in `Unsafe[Mutable][Raw]Pointer`.
    private func continuesWord(_ bracket: Bracket, _ document: Document) -> Bool {
        var start = bracket.whole.lowerBound
        // The brackets of one name follow each other.
        while let last = document.brackets.last(where: { $0.whole.upperBound == start }) {
            start = last.whole.lowerBound
        }
        guard start > 0 else { return false }
        return ASCII.isLetter(document.bytes[start - 1])
    }

    private func isReferenced(_ bracket: Bracket, _ document: Document) -> Bool { bracket.text.count > 2 }

    private func isCode(_ bracket: Bracket, _ document: Document) -> Bool {
        document.bytes[bracket.text].contains { $0 == 0x60 || $0 == 0x23 || $0 == 0x3D }
    }
}
