package import Text

/// Everything that Sennight says to readers in pages, feeds, mail and drafts, in one language. Each language has a file.
package struct Localization: Sendable {
    /// The language's BCP 47 tag, such as `en`.
    package let language: String
    /// Labels, sentences, names and forms of dates, by the names that templates use, as in `{{words.archive}}`.
    package let texts: [String: String]
    /// The names of the months, from January.
    package let months: [String]
    /// The names of the days of the week, from Monday.
    package let weekdays: [String]
    private let dateForm: TextForm
    private let weekdayForm: TextForm

    package init(language: String, texts: [String: String]) {
        self.language = language
        self.texts = texts
        months = Self.names(in: texts["months"] ?? "")
        weekdays = Self.names(in: texts["weekdays"] ?? "")
        dateForm = TextForm(texts["date_form"] ?? "")
        weekdayForm = TextForm(texts["date_with_weekday"] ?? "")
    }

    package static let all = [english, german, spanish, french]

    /// The localization for a language: the one of its tag, or of the beginning of its tag (RFC 4647, section 3.4), so
    /// that `de-CH` is written in German; or else the English texts.
    package static func of(_ language: String) -> Localization {
        guard let shipped = shipped(for: language) else {
            return Localization(language: language, texts: english.texts)
        }
        return shipped.language == language ? shipped : Localization(language: language, texts: shipped.texts)
    }

    /// The shipped localization that fits a language tag; nil if there is none.
    package static func shipped(for language: String) -> Localization? {
        var tag = language.lowercased()[...]
        while true {
            if let found = all.first(where: { $0.language == tag }) { return found }
            guard let dash = tag.lastIndex(of: "-") else { return nil }
            tag = tag[..<dash]
        }
    }

    /// The localization with a publication's own texts.
    package func replacing(_ words: [String: String]) -> Localization {
        words.isEmpty ? self : Localization(language: language, texts: texts.merging(words) { $1 })
    }

    /// The label or sentence with a name. A test checks that each language has all of them; if one is missing, the name
    /// is returned.
    package subscript(name: String) -> String { texts[name] ?? name }

    /// The names in a list such as `January, February`.
    package static func names(in list: String) -> [String] {
        list.split(separator: ",").map { name in
            String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }

    // MARK: Dates

    /// Formats a date: `8 July 2026`.
    package func long(_ day: CalendarDate) -> String {
        dateForm.filled { name in
            switch name {
            case "day": String(day.day)
            case "month": day.month <= months.count ? months[day.month - 1] : String(day.month)
            case "year": String(day.year)
            default: nil
            }
        }
    }

    /// Formats a date with its weekday: `Wednesday, 8 July 2026`.
    package func longWithWeekday(_ day: CalendarDate) -> String {
        let index = day.weekday.index
        return weekdayForm.filled { name in
            switch name {
            case "weekday": index < weekdays.count ? weekdays[index] : ""
            case "date": long(day)
            default: nil
            }
        }
    }

    /// Formats a time of day, or the time from one to another: `18:00`.
    package func oClock(_ time: String) -> String {
        self["o_clock"].split(separator: "{time}", omittingEmptySubsequences: false).joined(separator: time)
    }
}
