package import Text

/// Everything that theme, feeds and commands say to readers, in one language; one file each holds a language's.
package struct Localization: Sendable {
    /// BCP 47 tag.
    package let language: String
    /// By the name that templates use: `{{words.archive}}`.
    package let texts: [String: String]
    /// January first.
    package let months: [String]
    /// Monday first.
    package let weekdays: [String]
    /// A day in words.
    package let date: @Sendable (_ date: CalendarDate, _ month: String) -> String

    /// The words of a language; English where it is not known.
    package static func of(_ language: String) -> Localization {
        all.first { $0.language == language } ?? english
    }

    package static let all = [english, german]

    /// The text of a name; the name itself where a language lacks it, which a test rules out.
    package subscript(name: String) -> String { texts[name] ?? name }

    /// `8 July 2026`.
    package func long(_ day: CalendarDate) -> String { date(day, months[day.month - 1]) }

    /// `Wednesday, 8 July 2026`.
    package func longWithWeekday(_ day: CalendarDate) -> String { "\(weekdays[day.weekday.index]), \(long(day))" }
}
