package import Text

/// When issues come out, and the deadline for submissions.
package struct IssueCalendar: Hashable, Sendable {
    package enum Rhythm: Hashable, Sendable {
        /// Every so many weeks, on a weekday; by default that of the previous issue.
        case weeks(Int, on: Weekday?)
        /// Every so many months, on a day of the month or, in a shorter month, its last day; by default that of the
        /// previous issue.
        case months(Int, day: Int?)
    }

    /// The last moment for submissions, before the day of the issue.
    package struct Deadline: Hashable, Sendable {
        package var daysBefore: Int
        /// `18:00`, in the publication's time zone.
        package var time: String

        package init(daysBefore: Int, time: String) {
            self.daysBefore = daysBefore
            self.time = time
        }
    }

    package var rhythm: Rhythm
    package var deadline: Deadline?
    /// Days on which no issue comes out although one would be due.
    package var skipped: Set<CalendarDate> = []

    package init(rhythm: Rhythm, deadline: Deadline?, skipped: Set<CalendarDate> = []) {
        self.rhythm = rhythm
        self.deadline = deadline
        self.skipped = skipped
    }

    /// The date of the issue that follows the issue of `date`.
    package func date(after date: CalendarDate) -> CalendarDate? {
        var next = regularDate(after: date)
        while let day = next, skipped.contains(day) { next = regularDate(after: day) }
        return next
    }

    private func regularDate(after date: CalendarDate) -> CalendarDate? {
        switch rhythm {
        case .weeks(let count, let weekday):
            guard let weekday, let next = date.adding(days: count * 7) else { return date.adding(days: count * 7) }
            // An issue that came out a day or two late doesn't move the following ones.
            let distance = weekday.index - next.weekday.index
            return next.adding(days: distance > 3 ? distance - 7 : distance < -3 ? distance + 7 : distance)
        case .months(let count, let day):
            guard let next = date.adding(months: count), let day else { return date.adding(months: count) }
            return CalendarDate(
                year: next.year, month: next.month, day: min(day, CalendarDate.days(in: next.month, of: next.year)))
        }
    }
}
