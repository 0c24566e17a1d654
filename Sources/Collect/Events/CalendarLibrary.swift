internal import CLibical
internal import Synchronization

/// The only access to libical, which knows the system's time zones and has global state: one caller at a time.
enum CalendarLibrary {
    private static let lock = Mutex(false)

    /// Runs a closure that uses zones; they are invalid afterwards.
    static func withZones<Value>(_ body: (CalendarZones) -> Value) -> Value {
        lock.withLock { isPrepared in
            prepare(&isPrepared)
            return body(CalendarZones())
        }
    }

    /// Seconds east of Greenwich at an instant; nil for an unknown zone.
    static func offset(at instant: Int, in zone: String) -> Int? {
        lock.withLock { isPrepared in
            prepare(&isPrepared)
            guard let zone = icaltimezone_get_builtin_timezone(zone) else { return nil }
            return offset(at: instant, in: zone)
        }
    }

    static func offset(at instant: Int, in zone: OpaquePointer) -> Int {
        var time = icaltime_from_timet_with_zone(time_t(instant), 0, icaltimezone_get_utc_timezone())
        var isDaylight: Int32 = 0
        return Int(icaltimezone_get_utc_offset_of_utc_time(zone, &time, &isDaylight))
    }

    /// How the system's zones are spelled, by their names in lower case; not all of them.
    static func systemZoneNames() -> [String: String] {
        var names: [String: String] = [:]
        guard let zones = icaltimezone_get_builtin_timezones() else { return names }
        for index in 0..<zones.pointee.num_elements {
            guard let element = icalarray_element_at(zones, index),
                let location = icaltimezone_get_location(OpaquePointer(element))
            else { continue }
            let name = String(cString: location)
            names[name.lowercased()] = name
        }
        return names
    }

    private static func prepare(_ isPrepared: inout Bool) {
        guard !isPrepared else { return }
        // By default the library ends the program at some errors.
        icalerror_set_errors_are_fatal(0)
        isPrepared = true
    }
}
