internal import Text

/// The local times of day at which an event begins and ends.
package struct EventTimes: Hashable, Sendable {
    /// Minutes after midnight of the event's first day.
    package var start: Int
    /// Minutes after midnight of the event's last day, or of the day after it if the event has only one day and doesn't
    /// end later than it begins; nil if the end isn't known.
    package var end: Int?
    /// An IANA name; nil for the local time of the event's location.
    package var zone: String?

    package init(start: Int, end: Int? = nil, zone: String? = nil) {
        self.start = start
        self.end = end
        self.zone = zone
    }

    /// Parses `18:00`, `18:00-20:00` or `18:00–20:00`; nil for any other text.
    package init?(_ text: String, zone: String? = nil) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
        let minutes = parts.compactMap { Self.minutes(of: $0) }
        guard 1...2 ~= parts.count, minutes.count == parts.count else { return nil }
        self.init(start: minutes[0], end: minutes.count == 2 ? minutes[1] : nil, zone: zone)
    }

    private static func minutes(of text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, 1...2 ~= parts[0].utf8.count, parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    /// The time of day: `18:00`.
    package static func clock(_ minutes: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return "\(two(minutes / 60)):\(two(minutes % 60))"
    }

    /// The times without the zone: `18:00–20:00`.
    package var clocks: String { Self.clock(start) + (end.map { "–" + Self.clock($0) } ?? "") }
}

extension Event {
    /// The days and times as an issue has them: `2026-11-08 18:00–20:00 Europe/Madrid`, or
    /// `2026-11-08 09:30 - 2026-11-10 17:00`.
    package var when: String {
        guard let times else { return end.map { "\(start) - \($0)" } ?? start.description }
        let zone = times.zone.map { " " + $0 } ?? ""
        guard let end else { return "\(start) \(times.clocks)\(zone)" }
        let last = times.end.map { " " + EventTimes.clock($0) } ?? ""
        return "\(start) \(EventTimes.clock(times.start)) - \(end)\(last)\(zone)"
    }
}
