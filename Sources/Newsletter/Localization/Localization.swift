package import Text

/// All texts for readers in theme, feeds and commands, in one language; there is one file for each language.
package struct Localization: Sendable {
    /// The BCP 47 tag.
    package let language: String
    /// By the names that templates use: `{{words.archive}}`.
    package let texts: [String: String]
    /// From January.
    package let months: [String]
    /// From Monday.
    package let weekdays: [String]
    /// Formats a date.
    package let date: @Sendable (_ date: CalendarDate, _ month: String) -> String

    /// The texts of a language; English if it isn't supported.
    package static func of(_ language: String) -> Localization {
        all.first { $0.language == language } ?? english
    }

    package static let all = [english, german]

    /// The text with a name. If a language lacks it, the name itself; a test rules that out.
    package subscript(name: String) -> String { texts[name] ?? name }

    /// `8 July 2026`.
    package func long(_ day: CalendarDate) -> String { date(day, months[day.month - 1]) }

    /// `Wednesday, 8 July 2026`.
    package func longWithWeekday(_ day: CalendarDate) -> String { "\(weekdays[day.weekday.index]), \(long(day))" }
}
