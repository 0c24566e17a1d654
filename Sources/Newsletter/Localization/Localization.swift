package import Text

/// Everything that Sennight says to readers in pages, feeds and drafts, in one language. Each language has a file.
package struct Localization: Sendable {
    /// The language's BCP 47 tag, such as `en`.
    package let language: String
    /// Labels and sentences by the names that templates use, as in `{{words.archive}}`.
    package let texts: [String: String]
    /// The names of the months, from January.
    package let months: [String]
    /// The names of the days of the week, from Monday.
    package let weekdays: [String]
    /// Formats a date.
    package let date: @Sendable (_ date: CalendarDate, _ month: String) -> String

    /// The localization for a language, or the English one if the language isn't supported.
    package static func of(_ language: String) -> Localization {
        all.first { $0.language == language } ?? english
    }

    package static let all = [english, german]

    /// The label or sentence with a name. A test checks that each language has all of them; if one is missing, the name
    /// is returned.
    package subscript(name: String) -> String { texts[name] ?? name }

    /// Formats a date: `8 July 2026`.
    package func long(_ day: CalendarDate) -> String { date(day, months[day.month - 1]) }

    /// Formats a date with its weekday: `Wednesday, 8 July 2026`.
    package func longWithWeekday(_ day: CalendarDate) -> String { "\(weekdays[day.weekday.index]), \(long(day))" }
}
