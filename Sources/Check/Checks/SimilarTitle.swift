internal import Archive
internal import Newsletter

/// Two links have the same title, or almost the same.
///
/// They may be one article on two sites, or one page with two URLs. Titles that differ in a number or a month are parts
/// of a series and aren't reported, nor are URLs that differ only in digits. The last issues are compared too
/// (`look-back`).
struct SimilarTitle: Check {
    static let id = "similar-title"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        TitleComparison(document, context).pairs.map { pair in
            let isSame = pair.left.words.isSame(as: pair.right.words)
            return finding(
                isSame
                    ? "another link\(pair.isOneHost ? " to this host" : "") has this title"
                    : "another link has almost the same title", at: pair.place, in: document,
                explanation: pair.isOneHost
                    ? "Is it the same page under another address?" : "Is it the same article on another site?",
                notes: [pair.note])
        }
    }
}
