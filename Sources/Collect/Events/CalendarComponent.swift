internal import CLibical

/// A time in a calendar.
struct CalendarMoment: Hashable {
    enum Zone: Hashable {
        /// A whole day.
        case day
        /// A floating time, which is local to each reader.
        case floating
        case utc
        /// A time in one of the session's zones, given by its index.
        case zone(Int)
    }

    /// The local time, in seconds since the beginning of 1970 in local time.
    var wall: Int
    var zone: Zone
}

/// A `VEVENT` of a calendar.
struct CalendarComponent {
    var uid: String
    var start: CalendarMoment
    var end: CalendarMoment?
    /// The length in seconds, if there is a `DURATION` instead of an end.
    var duration: Int?
    /// The start of the occurrence that the component replaces in its series.
    var recurrenceID: CalendarMoment?
    var isThisAndFuture = false
    var sequence = 0
    var added: [(start: CalendarMoment, duration: Int?)] = []
    var excluded: [CalendarMoment] = []
    var summary: String?
    var description: String?
    var location: String?
    var url: String?
    var organizer: String?
    /// The status: `CONFIRMED`, `TENTATIVE`, `CANCELLED`, or another word.
    var status: String?
    var rules: [icalrecurrencetype] = []

    var isRecurring: Bool { !rules.isEmpty || !added.isEmpty }
}
