internal import Newsletter
internal import Text

/// A date in a URL is one year off.
///
/// In an issue of 23 April 2025, a URL with "2024-04-22" was probably copied from last year's report.
struct YearOff: Check {
    static let id = "year-off"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let today = document.issue.header.date
        return document.addresses.compactMap { link, parts in
            guard parts.isWeb else { return nil }
            for day in DateScanner.isoDates(document.bytes, link.url) {
                guard let date = day.date, date.year == today.year - 1, let meant = date.adding(months: 12),
                    0...14 ~= today.daysSince1970 - meant.daysSince1970
                else { continue }
                // The date in the name of a post may be a mistake of its author, so that only this URL works.
                let end = day.range.upperBound
                let isInName = end < link.url.upperBound && document.bytes[end] == UInt8(ascii: "-")
                return finding(
                    "this date is a year before the issue's", at: day.range, in: document,
                    explanation: "If you mean \(meant), correct the date; otherwise, keep it.",
                    fixes: isInName
                        ? [] : [document.fix("Write '\(meant)'", replacing: day.range, with: meant.description)])
            }
            return nil
        }
    }
}
