internal import Foundation

/// A period in which a time zone keeps one offset from UTC, such as summer time.
package struct ZoneObservance: Hashable, Sendable {
    /// The local time at which it begins, by the clock before; nil for the first one.
    package var begin: (date: CalendarDate, seconds: Int)? {
        start.map { instant in
            let local = instant + offsetBefore
            let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
            return (CalendarDate(clampingDaysSince1970: days), local - days * 86_400)
        }
    }
    private var start: Int?
    /// Seconds east of Greenwich before and from the beginning.
    package var offsetBefore: Int
    package var offset: Int
    package var isDaylight: Bool

    /// The observances of a zone for all days of a range, in the order of time.
    ///
    /// - Returns: nil if there is no such zone.
    package static func all(of zone: String, on days: ClosedRange<CalendarDate>) -> [ZoneObservance]? {
        guard let zone = TimeZone(identifier: zone) else { return nil }
        let end = Date(timeIntervalSince1970: Double((days.upperBound.daysSince1970 + 2) * 86_400))
        var date = Date(timeIntervalSince1970: Double((days.lowerBound.daysSince1970 - 2) * 86_400))
        var offset = zone.secondsFromGMT(for: date)
        var observances = [
            ZoneObservance(
                start: nil, offsetBefore: offset, offset: offset, isDaylight: zone.isDaylightSavingTime(for: date))
        ]
        while let next = zone.nextDaylightSavingTimeTransition(after: date), next > date, next < end {
            let new = zone.secondsFromGMT(for: next.addingTimeInterval(1))
            if new != offset {
                observances.append(
                    ZoneObservance(
                        start: Int(next.timeIntervalSince1970.rounded()), offsetBefore: offset, offset: new,
                        isDaylight: zone.isDaylightSavingTime(for: next.addingTimeInterval(1))))
            }
            (offset, date) = (new, next.addingTimeInterval(1))
        }
        return observances
    }

    private init(start: Int?, offsetBefore: Int, offset: Int, isDaylight: Bool) {
        self.start = start
        self.offsetBefore = offsetBefore
        self.offset = offset
        self.isDaylight = isDaylight
    }
}
