/// Looks up moments by equality: days are compared with days, times in the same zone and floating times by local time,
/// and times in different zones by the instant.
struct CalendarMomentIndex {
    private let zones: CalendarZones
    /// Whole days; by their days all of them; times by wall and zone …; the values are what was added first.
    private var days: [Int: Int] = [:]
    private var allDays: [Int: Int] = [:]
    private var moments: [CalendarMoment: Int] = [:]
    private var instants: [Int: Int] = [:]
    private var floating: [Int: Int] = [:]
    private var walls: [Int: Int] = [:]

    init(_ zones: CalendarZones) {
        self.zones = zones
    }

    /// The values are the moments' indices.
    init(_ zones: CalendarZones, _ moments: [CalendarMoment]) {
        self.init(zones)
        for (index, moment) in moments.enumerated() { add(moment, index) }
    }

    mutating func add(_ moment: CalendarMoment, _ value: Int) {
        let day = Self.day(of: moment)
        Self.put(value, at: day, in: &allDays)
        if moment.zone == .day {
            Self.put(value, at: day, in: &days)
            return
        }
        if moments[moment] == nil { moments[moment] = value }
        Self.put(value, at: moment.wall, in: &walls)
        if let instant = zones.instant(moment) {
            Self.put(value, at: instant, in: &instants)
        } else {
            Self.put(value, at: moment.wall, in: &floating)
        }
    }

    /// The value of the first equal moment; a day is equal to all moments of that day.
    subscript(moment: CalendarMoment) -> Int? {
        if allDays.isEmpty { return nil }
        let day = Self.day(of: moment)
        if moment.zone == .day { return allDays[day] }
        if let known = days[day] ?? moments[moment] { return known }
        guard let instant = zones.instant(moment) else { return walls[moment.wall] }
        return instants[instant] ?? floating[moment.wall]
    }

    func contains(_ moment: CalendarMoment) -> Bool { self[moment] != nil }

    private static func put(_ value: Int, at key: Int, in table: inout [Int: Int]) {
        if table[key] == nil { table[key] = value }
    }

    private static func day(of moment: CalendarMoment) -> Int { moment.wall - EventTime.secondsOfDay(moment.wall) }
}
