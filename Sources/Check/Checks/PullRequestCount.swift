internal import Newsletter

/// The number of merged pull requests doesn't match the list.
///
/// In "389 pull requests were merged in the last week", which links to a search on a forge, there must be a number, and
/// it must not be smaller than the number of pull requests that the issue lists.
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
                        explanation: "Open the link, and write the number of results.", severity: .warning)
                ]
            }
            guard count < listed else { return [] }
            return [
                finding(
                    "the number of pull requests is \(count), but the issue lists \(listed)", at: start..<end,
                    in: document,
                    explanation: "Open the link, and write the number of results.")
            ]
        }
        return []
    }
}
