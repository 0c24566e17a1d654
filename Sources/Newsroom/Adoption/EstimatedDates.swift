internal import Newsletter
internal import Text

/// Dates for numbered issues that have none: the days of first commits, days in the months that a list names, and
/// otherwise a week apart.
struct EstimatedDates {
    private(set) var dates: [String: CalendarDate] = [:]
    /// How many dates are estimates.
    private(set) var estimates = 0

    /// - Parameters:
    ///   - issues: the issues' files; those without a number at the end of their names get no estimate.
    ///   - commits: the days of first commits.
    ///   - months: the first days of the issues' months.
    ///   - last: the date of the last issue, if nothing is known of any; nil if that isn't to be estimated.
    init(
        of issues: [String], commits: [String: CalendarDate], months: [String: CalendarDate], last: CalendarDate?
    ) {
        let numbered = issues.compactMap { path in Self.number(of: path).map { (path: path, number: $0) } }
            .sorted { ($0.number, $0.path) < ($1.number, $1.path) }
        dates = commits.filter { path, day in
            months[path].map { ($0.year, $0.month) == (day.year, day.month) } ?? true
        }
        var inMonth: [CalendarDate: Int] = [:]
        for (path, _) in numbered where dates[path] == nil {
            guard let first = months[path] else { continue }
            let count = inMonth[first, default: 0]
            inMonth[first] = count + 1
            estimate(path, first.daysSince1970 + min(count, 3) * 7)
        }
        guard let fixed = numbered.last(where: { dates[$0.path] != nil }) ?? (last == nil ? nil : numbered.last),
            let end = dates[fixed.path] ?? last
        else { return }
        var known = (number: fixed.number, day: end.daysSince1970)
        for (path, number) in numbered.reversed() {
            if let date = dates[path] {
                known = (number, date.daysSince1970)
            } else {
                estimate(path, known.day - (known.number - number) * 7)
            }
        }
    }

    private mutating func estimate(_ path: String, _ day: Int) {
        dates[path] = CalendarDate(clampingDaysSince1970: day)
        estimates += 1
    }

    /// The number at the end of a file's name.
    private static func number(of path: String) -> Int? {
        let name = IssueFileName(path).fullName
        return Int(name.suffix(while: { $0.isASCII && $0.isNumber }))
    }

    /// A table for `issue-dates:`; nil if there are no dates.
    func table(of issues: [String]) -> String? {
        let lines = issues.compactMap { file in
            // The table is read line by line, and a path with a comma would have two cells.
            file.contains(",") ? nil : dates[file].map { "\(file),\($0)\n" }
        }
        return lines.isEmpty ? nil : "file,date\n" + lines.joined()
    }

    /// Where the dates are from.
    var source: String {
        estimates == 0
            ? "the first commits of issues without a date"
            : "\(estimates.counted("estimate")), by the months in README.md or a week apart; not found"
    }
}

extension StringProtocol {
    /// The longest end whose characters fulfil a condition.
    func suffix(while isMeant: (Character) -> Bool) -> SubSequence {
        self[(lastIndex { !isMeant($0) }.map { index(after: $0) } ?? startIndex)...]
    }
}
