/// A date and time in the form of RFC 3339, section 5.6, or a looser variant: `2026-07-08T12:30:00.123+02:00`,
/// `2026-07-08 12:30`, `2026-07-08`.
struct InternetDateTime {
    /// A time of day as written; 24:00 is the end of the day.
    struct TimeOfDay {
        var hour: Int
        var minute: Int
        var second: Int?
    }

    var date: CalendarDate
    /// Nil if there is only a date.
    var time: TimeOfDay?
    /// In seconds east of Greenwich.
    var offset: Int?

    init?(_ text: String) {
        var cursor = TimestampCursor(text)
        guard let year = cursor.number(4), cursor.take("-"), let month = cursor.number(2), cursor.take("-"),
            let day = cursor.number(2), let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        self.date = date
        guard cursor.take("T") || cursor.take("t") || cursor.take(" ") else {
            if cursor.isAtEnd { return }
            return nil
        }
        guard let time = cursor.timeOfDay() else { return nil }
        self.time = time
        if cursor.take(".") { while cursor.number(1) != nil {} }
        _ = cursor.take(" ")
        if cursor.isAtEnd { return }
        guard let offset = cursor.offset() else { return nil }
        self.offset = offset
    }
}

/// Reads the parts of a timestamp, byte by byte.
struct TimestampCursor {
    private let bytes: [UInt8]
    private var index = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { index == bytes.count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    mutating func number(_ digits: Int) -> Int? {
        guard index + digits <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[index..<(index + digits)] {
            guard 0x30...0x39 ~= byte else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        index += digits
        return value
    }

    /// `12:30` or `12:30:00`, also `1230`.
    mutating func timeOfDay() -> InternetDateTime.TimeOfDay? {
        guard let hour = number(2), hour <= 24 else { return nil }
        let hasColon = take(":")
        guard let minute = number(2), minute < 60 else { return nil }
        let second = hasColon && take(":") ? number(2) : nil
        return InternetDateTime.TimeOfDay(hour: hour, minute: minute, second: second)
    }

    /// `Z`, `+02:00` or `-0330`, followed by nothing.
    mutating func offset() -> Int? {
        if take("Z") || take("z") { return isAtEnd ? 0 : nil }
        let isWest = take("-")
        guard isWest || take("+"), let hours = number(2) else { return nil }
        _ = take(":")
        let minutes = number(2) ?? 0
        guard isAtEnd, hours < 24, minutes < 60 else { return nil }
        return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
    }
}
