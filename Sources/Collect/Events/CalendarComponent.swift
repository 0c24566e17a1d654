internal import CLibical

/// A time as a calendar writes it.
struct CalendarMoment: Hashable {
    enum Zone: Hashable {
        /// A whole day.
        case day
        /// The reader's own time, wherever they are.
        case floating
        case utc
        /// One of the session's zones.
        case zone(Int)
    }

    /// Seconds that the clock on the wall shows, as if 1970 had begun there in UTC.
    var wall: Int
    var zone: Zone
}

/// A `VEVENT` as it stands in a calendar.
struct CalendarComponent {
    var uid: String
    var start: CalendarMoment
    var end: CalendarMoment?
    /// Seconds on the wall's clock, where a `DURATION` stands for the end.
    var duration: Int?
    /// Which occurrence of a series it replaces.
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
    /// `CONFIRMED`, `TENTATIVE`, `CANCELLED`, or whatever else stands there.
    var status: String?
    var rules: [icalrecurrencetype] = []

    var isRecurring: Bool { !rules.isEmpty || !added.isEmpty }
}
