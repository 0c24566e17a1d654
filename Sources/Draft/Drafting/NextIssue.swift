package import Newsletter
package import Text

/// The number and date of the issue after the last one.
package struct NextIssue: Hashable, Sendable {
    package var number: Int
    package var date: CalendarDate
    /// Inconsistencies in the previous issues' numbers and dates, for a person to look at.
    package var warnings: [Diagnostic]

    package init(number: Int, date: CalendarDate) {
        self.number = number
        self.date = date
        warnings = []
    }

    /// - Parameters:
    ///   - published: the published issues' headers, in any order.
    ///   - date: the date that the user chose.
    ///   - today: today's date, for the first issue of a publication without a calendar.
    /// - Throws: a ``Diagnostic`` if neither the calendar nor the user sets a date.
    package init(
        after published: [IssueHeader], calendar: IssueCalendar?, date chosen: CalendarDate?, today: CalendarDate
    ) throws(Diagnostic) {
        let issues = published.sorted { $0.date < $1.date }
        warnings = []
        guard let last = issues.last else {
            number = 1
            date = chosen ?? today
            return
        }
        if let chosen {
            date = chosen
        } else if let next = (calendar ?? Self.guess(from: issues))?.date(after: last.date) {
            date = next
        } else {
            throw Diagnostic(
                "the settings have no calendar", remedy: "Pass --date, or add 'calendar:' to the settings")
        }
        let numbered = issues.filter { $0.number != nil }
        number = (numbered.last?.number ?? issues.count) + 1
        if date <= last.date {
            warnings.append(
                Diagnostic(
                    "\(date) isn't after the last issue (\(last.title), \(last.date))",
                    remedy: "Check the date", severity: .warning))
        } else if let calendar, chosen != nil, let regular = calendar.date(after: last.date), regular != date {
            warnings.append(
                Diagnostic(
                    "according to the calendar, the issue after \(last.date) comes out on \(regular), not on \(date)",
                    remedy: "Check the date", severity: .warning))
        }
        if let last = numbered.last, let lastNumber = last.number, let before = numbered.dropLast().last,
            let other = before.number,
            let fault = Self.fault(last: (lastNumber, last.date), before: (other, before.date), calendar: calendar)
        {
            warnings.append(fault)
        }
    }

    /// A warning if a number doesn't match the number of issues since the previous one.
    private static func fault(
        last: (number: Int, date: CalendarDate), before: (number: Int, date: CalendarDate), calendar: IssueCalendar?
    ) -> Diagnostic? {
        var expected = before.number + 1
        if let calendar {
            var day = calendar.date(after: before.date)
            // An issue may be missing, or have come out a few days early or late.
            while let current = day, let next = calendar.date(after: current),
                abs(next.daysSince1970 - last.date.daysSince1970) < abs(current.daysSince1970 - last.date.daysSince1970)
            {
                expected += 1
                day = next
            }
        }
        guard last.number != expected, last.number != before.number + 1 else { return nil }
        return Diagnostic(
            "the last issue has number \(last.number), but \(expected) would follow"
                + " number \(before.number) of \(before.date)",
            remedy: "Check the numbers of both issues", severity: .warning)
    }

    /// A weekly calendar, if the issues so far came out weekly.
    private static func guess(from issues: [IssueHeader]) -> IssueCalendar? {
        guard let last = issues.last, let before = issues.dropLast().last else { return nil }
        let days = last.date.daysSince1970 - before.date.daysSince1970
        guard days > 0, days % 7 == 0 else { return nil }
        return IssueCalendar(rhythm: .weeks(days / 7, on: nil), deadline: nil)
    }
}
