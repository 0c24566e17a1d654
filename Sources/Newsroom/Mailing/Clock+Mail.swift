internal import Context
internal import Text

extension Clock {
    /// Now, as in the field `Date` (RFC 5322, section 3.3).
    var mailDate: String {
        let day = CalendarDate(atSeconds: seconds, zone: "UTC")
        return ZonedTime(day, minutes: (seconds - day.daysSince1970 * 86_400) / 60, zone: "UTC").rfc822
    }
}
