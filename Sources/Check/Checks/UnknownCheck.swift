internal import Newsletter

/// A comment that suppresses checks names no check, or a check that doesn't exist.
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
                        explanation:
                            "The comment has no effect; write the checks' names after a colon, or remove the comment.")
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
            explanation: "The name has no effect. \(fault.remedy)\(fault.remedy.hasSuffix("?") ? "" : ".")",
            fixes: fix.map { [$0] } ?? [])
    }
}
