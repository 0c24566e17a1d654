internal import Newsletter
internal import Text

/// A date in an address is a year off.
///
/// A report of "2024-04-22" in an issue of 23 April 2025: the address was made from last year's.
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
                return finding(
                    "this date is a year before the issue's", at: day.range, in: document,
                    explanation: "If \(meant) is meant, write so; if it is not, there is nothing to do.",
                    fixes: [document.fix("Write '\(meant)'", replacing: day.range, with: meant.description)])
            }
            return nil
        }
    }
}
