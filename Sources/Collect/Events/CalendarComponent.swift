internal import Text

/// A time in a calendar.
struct CalendarMoment: Hashable {
    enum Zone: Hashable {
        /// A whole day.
        case day
        /// A floating time, which is local to each reader.
        case floating
        case utc
        /// One of ``CalendarZones``.
        case zone(Int)
    }

    /// The local time, in seconds since the beginning of 1970 in local time.
    var wall: Int
    var zone: Zone
}

/// A `VEVENT` as a calendar has it.
struct CalendarComponent {
    /// Its index among the events of its calendar.
    var index: Int
    var uid = ""
    var start = CalendarMoment(wall: 0, zone: .floating)
    var end: CalendarMoment?
    /// Seconds on the wall's clock, if it has a `DURATION` instead of an end.
    var duration: Int?
    /// The start of the occurrence that the component replaces in its series.
    var recurrenceID: CalendarMoment?
    var isThisAndFuture = false
    /// Whether it replaces an occurrence that can't be read, so that it isn't part of a series.
    var isDetached = false
    var version = CalendarVersion()
    var added: [(start: CalendarMoment, duration: Int?)] = []
    var excluded: [CalendarMoment] = []
    var rules: [RecurrenceRule] = []
    /// Rules for what is excluded (RFC 2445, section 4.8.5.2).
    var exclusionRules: [RecurrenceRule] = []
    var summary: String?
    var description: String?
    var location: String?
    var url: String?
    var organizer: String?
    /// `CONFIRMED`, `TENTATIVE`, `CANCELLED`, or any other word.
    var status: String?
    var calendarName: String?

    var isRecurring: Bool { !rules.isEmpty || !added.isEmpty }

    /// `'Tea' (UID 'a')`.
    var label: String {
        let title = (summary ?? "").collapsingBlanks.cut(to: 60)
        return uid.isEmpty ? "'\(title)'" : "'\(title)' (UID '\(uid.cut(to: 60))')"
    }
}

/// Which of two components that describe the same is newer (RFC 5546, section 2.1.4).
struct CalendarVersion {
    var sequence = 0
    /// `LAST-MODIFIED` and `DTSTAMP`, in seconds since 1970.
    var modified: Int?
    var stamped: Int?

    func isOlder(than other: CalendarVersion) -> Bool {
        if sequence != other.sequence { return sequence < other.sequence }
        if let modified, let later = other.modified, modified != later { return modified < later }
        if let stamped, let later = other.stamped { return stamped < later }
        return false
    }
}
