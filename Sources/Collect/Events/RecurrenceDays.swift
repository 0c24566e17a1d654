internal import Text

/// Which days a rule allows, whatever its frequency (RFC 5545, section 3.3.10).
struct RecurrenceDays {
    private let rule: RecurrenceRule
    private let months: [Int]
    private let monthDays: [Int]
    private let weekdays: [RecurrenceRule.Weekday]
    /// Whether the ordinals of weekdays count in the month, in the year, or not at all.
    private let ordinals: Ordinals

    private enum Ordinals {
        case month, year, none
    }

    /// - Parameter first: the day of the series' first start, in days since 1970; what the rule leaves out is taken from it.
    init(_ rule: RecurrenceRule, first: Int) {
        self.rule = rule
        let date = CalendarDate(clampingDaysSince1970: first)
        let hasDays =
            !rule.monthDays.isEmpty || !rule.yearDays.isEmpty || !rule.weekdays.isEmpty || !rule.weekNumbers.isEmpty
        let onFirstDay = !hasDays && (rule.frequency == .yearly || rule.frequency == .monthly)
        months = rule.frequency == .yearly && !hasDays && rule.months.isEmpty ? [date.month] : rule.months
        monthDays = onFirstDay ? [date.day] : rule.monthDays
        let isWeekly =
            rule.frequency == .weekly && !hasDays
            || rule.frequency == .yearly && !rule.weekNumbers.isEmpty && rule.weekdays.isEmpty
                && rule.monthDays.isEmpty && rule.yearDays.isEmpty
        weekdays = isWeekly ? [RecurrenceRule.Weekday(ordinal: nil, day: Self.weekday(first))] : rule.weekdays
        switch rule.frequency {
        case .monthly: ordinals = .month
        case .yearly where rule.weekNumbers.isEmpty: ordinals = rule.months.isEmpty ? .year : .month
        default: ordinals = .none
        }
    }

    /// The months in which a yearly rule has days; nil for all.
    var onlyMonths: [Int]? { months.isEmpty ? nil : months }

    func contains(_ day: Int) -> Bool {
        let date = CalendarDate(clampingDaysSince1970: day)
        if !months.isEmpty, !months.contains(date.month) { return false }
        let monthLength = CalendarDate.days(in: date.month, of: date.year)
        if !monthDays.isEmpty, !monthDays.contains(date.day), !monthDays.contains(date.day - monthLength - 1) {
            return false
        }
        if !weekdays.isEmpty, !weekdays.contains(where: { matches($0, day, date, monthLength) }) { return false }
        if !rule.yearDays.isEmpty {
            let (number, length) = Self.yearDay(day, date)
            if !rule.yearDays.contains(number), !rule.yearDays.contains(number - length - 1) { return false }
        }
        return rule.weekNumbers.isEmpty || isInWeeks(day, date)
    }

    private func matches(_ weekday: RecurrenceRule.Weekday, _ day: Int, _ date: CalendarDate, _ monthLength: Int)
        -> Bool
    {
        guard weekday.day == Self.weekday(day) else { return false }
        guard let ordinal = weekday.ordinal, ordinals != .none else { return true }
        let (number, length) = ordinals == .month ? (date.day, monthLength) : Self.yearDay(day, date)
        return ordinal > 0 ? ordinal == (number - 1) / 7 + 1 : ordinal == -((length - number) / 7 + 1)
    }

    /// Whether a day is in one of the rule's weeks; week 1 is the first with at least four days of the year.
    private func isInWeeks(_ day: Int, _ date: CalendarDate) -> Bool {
        var year = date.year
        if day < firstWeek(of: year) { year -= 1 } else if day >= firstWeek(of: year + 1) { year += 1 }
        let first = firstWeek(of: year)
        let number = (day - first) / 7 + 1
        let count = (firstWeek(of: year + 1) - first) / 7
        return rule.weekNumbers.contains(number) || rule.weekNumbers.contains(number - count - 1)
    }

    /// The day on which week 1 of a year begins.
    private func firstWeek(of year: Int) -> Int {
        let day = Self.firstDay(of: year)
        let offset = (Self.weekday(day) - rule.weekStart + 7) % 7
        return offset <= 3 ? day - offset : day - offset + 7
    }

    private static func yearDay(_ day: Int, _ date: CalendarDate) -> (number: Int, length: Int) {
        let first = firstDay(of: date.year)
        return (day - first + 1, CalendarDate.days(in: 2, of: date.year) + 337)
    }

    static func firstDay(of year: Int, month: Int = 1) -> Int {
        CalendarDate(year: min(max(year, 1), 9999), month: month, day: 1)?.daysSince1970 ?? 0
    }

    /// Monday is 0.
    static func weekday(_ day: Int) -> Int {
        let index = (day + 3) % 7
        return index < 0 ? index + 7 : index
    }
}
