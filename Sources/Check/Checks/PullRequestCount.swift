internal import Newsletter

/// The count of merged pull requests cannot be that of its link.
///
/// "389 pull requests were merged in the last week" and a link that asks a forge for them: the count must not be smaller
/// than the number of those that the issue lists, nor be missing.
struct PullRequestCount: Check {
    static let id = "pull-request-count"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        guard let query = document.mergedQueries.first else { return [] }
        let listed = document.issue.sections.reduce(0) { sum, section in
            sum + section.entries.count { if case .pullRequest = $0.content { true } else { false } }
        }
        let bytes = document.bytes
        for link in document.links where link.url == query.url {
            let line = document.lines[link.line]
            guard line.kind == .text || line.kind == .item,
                let words = bytes.first("pull requests", in: line.content..<line.bytes.upperBound)
            else { continue }
            var end = words
            while end > line.content, !ASCII.isWord(bytes[end - 1]) { end -= 1 }
            var start = end
            while start > line.content, ASCII.isDigit(bytes[start - 1]) || bytes[start - 1] == 0x2C { start -= 1 }
            guard let count = Int(document.text(start..<end).filter { $0 != "," }) else {
                return [
                    finding(
                        "the count of pull requests is missing", at: words..<(words + 13), in: document,
                        explanation: "Write how many the link finds.", severity: .warning)
                ]
            }
            guard count < listed else { return [] }
            return [
                finding(
                    "\(count) pull requests cannot be all, \(listed) are listed", at: start..<end, in: document,
                    explanation: "Write how many the link finds.")
            ]
        }
        return []
    }
}
