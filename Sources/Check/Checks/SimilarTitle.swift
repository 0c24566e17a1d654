internal import Archive
internal import Newsletter

/// Two links have the same title, or nearly the same.
///
/// They may be one article on two sites, or one page under two addresses. Numbers and months tell the parts of a series
/// apart, and so do addresses that differ in nothing but their digits. The last issues count too (`last-issues`).
struct SimilarTitle: Check {
    static let id = "similar-title"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        TitleComparison(document, context).pairs.map { pair in
            let isSame = pair.left.words.isSame(as: pair.right.words)
            return finding(
                isSame
                    ? "another link\(pair.isOneHost ? " of this host" : "") has this title"
                    : "another link has almost the same title", at: pair.place, in: document,
                explanation: pair.isOneHost
                    ? "Is it the same page under another address?" : "Is it the same article on another site?",
                notes: [pair.note])
        }
    }
}
