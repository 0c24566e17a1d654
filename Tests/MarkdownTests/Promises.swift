import Markdown
import Newsletter

/// What holds for every issue that could be read, whatever stands in it.
enum Promises {
    /// Nil where all of them are kept.
    static func broken(by issue: Issue, of bytes: [UInt8]) -> String? {
        let source = SourceText(bytes)
        var end = 0
        for section in issue.sections {
            let range = section.range.bytes
            guard range.lowerBound >= end, range.upperBound <= bytes.count else {
                return "section '\(section.title)' at \(range)"
            }
            end = range.lowerBound
            for entry in section.entries {
                let place = "entry '\(entry.title)' at \(entry.range)"
                guard entry.range.bytes.lowerBound >= end else { return place + " begins before \(end)" }
                end = entry.range.bytes.upperBound
                guard !entry.range.bytes.isEmpty, end <= range.upperBound else {
                    return place + " leaves its section \(range)"
                }
                guard source.range(entry.range.bytes) == entry.range else { return place + ": lines and bytes differ" }
                guard bytes[end - 1] > 0x20 else { return place + " ends in blanks" }
                if let url = entry.url, !entry.urls.contains(url) {
                    return place + ": its own link is none of its links"
                }
                if isItem(entry), !"*+-0123456789".utf8.contains(bytes[entry.range.bytes.lowerBound]) {
                    return place + " does not begin with its bullet"
                }
            }
            end = max(end, range.lowerBound)
        }
        if let last = issue.sections.last, last.range.bytes.upperBound != bytes.count {
            return "the last section ends early"
        }
        return nil
    }

    /// Whether an entry can only be a list's item.
    private static func isItem(_ entry: Entry) -> Bool {
        switch entry.content {
        case .event, .pullRequest, .proposal, .callForTesting, .callForParticipation: true
        default: false
        }
    }
}
