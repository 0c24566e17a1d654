internal import Text

/// Follows a rule on the wall's clock, from period to period.
///
/// Times there are never skipped or repeated, so that clocks being set doesn't move them.
struct RecurrenceStarts {
    private let rule: RecurrenceRule
    /// Seconds on the wall's clock.
    private let first: Int
    /// The last start; nil for no end.
    private let until: Int?
    private let days: RecurrenceDays
    /// Seconds of the day at which a rule of whole days has starts.
    private let times: [Int]

    /// - Parameters:
    ///   - first: the start of the series, in seconds on the wall's clock.
    ///   - until: the last start on the same clock.
    init(_ rule: RecurrenceRule, first: Int, until: Int?) {
        self.rule = rule
        self.first = first
        self.until = until
        let day = Self.day(first)
        days = RecurrenceDays(rule, first: day)
        let time = first - day * 86_400
        let hours = rule.hours.isEmpty ? [time / 3600] : rule.hours
        let minutes = rule.minutes.isEmpty ? [time / 60 % 60] : rule.minutes
        let seconds = rule.seconds.isEmpty ? [time % 60] : rule.seconds
        var times: Set<Int> = []
        for hour in hours {
            for minute in minutes { for second in seconds { times.insert(hour * 3600 + minute * 60 + second) } }
        }
        self.times = times.sorted()
    }

    /// The starts in order.
    ///
    /// - Parameters:
    ///   - earliest: earlier starts aren't needed.
    ///   - limit: the first start that isn't needed any more.
    ///   - work: how many days and starts may be looked at; less afterwards, and not above 0 if it didn't suffice.
    func starts(from earliest: Int, before limit: Int, work: inout Int) -> [Int] {
        var found: [Int] = []
        var counted = 0
        var period = firstPeriod(from: earliest)
        var checked = CheckedDay()
        while work > 0, let begin = self.begin(of: period), begin < limit, begin <= until ?? begin {
            let (starts, next) = starts(in: period, from: begin, &checked, work: &work)
            for start in starts where start >= first {
                if start >= limit || start > until ?? start { return found }
                counted += 1
                work -= 1
                if start >= earliest { found.append(start) }
                if let count = rule.count, counted >= count { return found }
            }
            period = max(period + 1, next)
        }
        return found
    }

    /// Periods before what is needed are left out, unless they have to be counted.
    private func firstPeriod(from earliest: Int) -> Int {
        guard rule.count == nil, earliest > first else { return 0 }
        let days = (earliest - first) / 86_400
        let periods: Int
        switch rule.frequency {
        case .yearly: periods = days / 366
        case .monthly: periods = days / 31
        case .weekly: periods = days / 7
        case .daily: periods = days
        case .hourly, .minutely, .secondly: periods = (earliest - first) / unit
        }
        return max(0, periods / rule.interval - 1)
    }

    /// Seconds of a period that is shorter than a day.
    private var unit: Int {
        switch rule.frequency {
        case .hourly: 3600
        case .minutely: 60
        default: 1
        }
    }

    /// Where a period begins, on the wall's clock; nil after the year 9999.
    private func begin(of period: Int) -> Int? {
        let day = Self.day(first)
        let date = CalendarDate(clampingDaysSince1970: day)
        let steps = period * rule.interval
        switch rule.frequency {
        case .yearly:
            return CalendarDate(year: date.year + steps, month: 1, day: 1).map { $0.daysSince1970 * 86_400 }
        case .monthly:
            let months = date.year * 12 + date.month - 1 + steps
            return CalendarDate(year: months / 12, month: months % 12 + 1, day: 1).map { $0.daysSince1970 * 86_400 }
        case .weekly:
            let weekBegin = day - (RecurrenceDays.weekday(day) - rule.weekStart + 7) % 7
            return (weekBegin + 7 * steps) * 86_400
        case .daily: return (day + steps) * 86_400
        case .hourly, .minutely, .secondly: return first - EventTime.secondsOfDay(first) % unit + steps * unit
        }
    }

    /// The starts in a period, and the next period that can have some.
    private func starts(in period: Int, from begin: Int, _ checked: inout CheckedDay, work: inout Int) -> (
        starts: [Int], next: Int
    ) {
        let day = Self.day(begin)
        guard rule.frequency.rawValue >= RecurrenceRule.Frequency.daily.rawValue else {
            return startsInDay(period, from: begin, &checked, work: &work)
        }
        let length: Int
        switch rule.frequency {
        case .yearly: length = RecurrenceDays.firstDay(of: CalendarDate(clampingDaysSince1970: day).year + 1) - day
        case .monthly:
            let date = CalendarDate(clampingDaysSince1970: day)
            length = CalendarDate.days(in: date.month, of: date.year)
        case .weekly: length = 7
        default: length = 1
        }
        var found: [Int] = []
        if rule.frequency == .yearly, let months = days.onlyMonths {
            let year = CalendarDate(clampingDaysSince1970: day).year
            for month in Set(months).sorted() {
                let begin = RecurrenceDays.firstDay(of: year, month: month)
                addDays(begin..<begin + CalendarDate.days(in: month, of: year), to: &found, work: &work)
            }
        } else {
            addDays(day..<day + length, to: &found, work: &work)
        }
        return (selected(found.flatMap { day in times.map { day * 86_400 + $0 } }), period + 1)
    }

    /// The day of the last period that was shorter than a day.
    private struct CheckedDay {
        var day: Int?
        var isAllowed = false
    }

    private func addDays(_ range: Range<Int>, to found: inout [Int], work: inout Int) {
        work -= range.count
        for day in range where days.contains(day) { found.append(day) }
    }

    /// For a period shorter than a day: what a day or an hour rules out is left in one step.
    private func startsInDay(_ period: Int, from begin: Int, _ checked: inout CheckedDay, work: inout Int) -> (
        starts: [Int], next: Int
    ) {
        work -= 1
        let day = Self.day(begin)
        func next(at time: Int) -> Int { period + (time - begin + unit * rule.interval - 1) / (unit * rule.interval) }
        if checked.day != day { checked = CheckedDay(day: day, isAllowed: days.contains(day)) }
        guard checked.isAllowed else { return ([], next(at: (day + 1) * 86_400)) }
        let time = begin - day * 86_400
        let (hour, minute, second) = (time / 3600, time / 60 % 60, time % 60)
        if !rule.hours.isEmpty, !rule.hours.contains(hour) { return ([], next(at: begin - time % 3600 + 3600)) }
        if rule.frequency == .hourly {
            let hourBegin = hour * 3600
            let inHour = times.map { $0 % 3600 }
            return (selected(Set(inHour).sorted().map { day * 86_400 + hourBegin + $0 }), period + 1)
        }
        if !rule.minutes.isEmpty, !rule.minutes.contains(minute) { return ([], next(at: begin - time % 60 + 60)) }
        if rule.frequency == .minutely {
            let inMinute = Set(times.map { $0 % 60 }).sorted()
            return (selected(inMinute.map { begin - second + $0 }), period + 1)
        }
        return (rule.seconds.isEmpty || rule.seconds.contains(second) ? selected([begin]) : [], period + 1)
    }

    /// Those at the positions of `BYSETPOS`.
    private func selected(_ starts: [Int]) -> [Int] {
        guard !rule.positions.isEmpty else { return starts }
        let indices = Set(rule.positions.map { $0 > 0 ? $0 - 1 : starts.count + $0 })
        return starts.indices.filter { indices.contains($0) }.map { starts[$0] }
    }

    private static func day(_ wall: Int) -> Int { (wall - EventTime.secondsOfDay(wall)) / 86_400 }
}
