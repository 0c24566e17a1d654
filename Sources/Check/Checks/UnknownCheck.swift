internal import Newsletter

/// A comment that suppresses checks names none, or one that doesn't exist.
///
/// `<!-- sennight-ignore: duplicate-link -->` suppresses the checks that it names, and nothing else. `sennight explain`
/// lists all names.
struct UnknownCheck: Check {
    static let id = "unknown-check"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        IgnoreComment.all(in: document).flatMap { comment in
            guard !comment.names.isEmpty else {
                return [
                    finding(
                        "the comment doesn't name a check", at: comment.keyword, in: document,
                        explanation: "It suppresses nothing; write the checks' names after a colon, or remove it.")
                ]
            }
            return comment.names.compactMap { unknown($0, in: document) }
        }
    }

    private func unknown(_ range: Range<Int>, in document: Document) -> Finding? {
        guard let fault = CheckNames.fault(of: document.text(range)) else { return nil }
        let fix = CheckNames.nearest(to: document.text(range)).map { near in
            document.fix("Write '\(near)'", replacing: range, with: near)
        }
        return finding(
            fault.summary, at: range, in: document,
            explanation: "It suppresses nothing. \(fault.remedy)\(fault.remedy.hasSuffix("?") ? "" : ".")",
            fixes: fix.map { [$0] } ?? [])
    }
}
