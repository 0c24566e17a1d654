/// A date and time in one of the many forms that feeds use besides those of RFC 3339 and RFC 5322: `Mon, May 25 2020
/// 04:45:26 +0000`, `Sat, Dec 16 2023 02:02:33 PM`, `2017-08-01 13:55:44.364 +0200 CEST`, `16.12.2023 9:05`, `2004-05-25 오후 11:23:17`.
struct LooseDateTime {
    var date: CalendarDate
    var time: InternetDateTime.TimeOfDay?
    /// In seconds east of Greenwich.
    var offset: Int?

    init?(_ text: String) {
        var words = DateWords(text)
        if let seconds = words.unixTime, let moment = Self.moment(seconds) {
            self = moment
            return
        }
        guard words.splitCompactForms() else { return nil }
        switch words.takeTime() {
        case .none: break
        case .some(let time):
            guard let time else { return nil }
            self.time = time
            offset = words.takeOffset() ?? words.offsetOfLanguage
        }
        guard let date = words.date else { return nil }
        self.date = date
    }

    private init(date: CalendarDate, time: InternetDateTime.TimeOfDay, offset: Int) {
        self.date = date
        self.time = time
        self.offset = offset
    }

    private static func moment(_ seconds: Int) -> LooseDateTime? {
        let rest = seconds % 86_400
        return CalendarDate(daysSince1970: seconds / 86_400).map { date in
            LooseDateTime(
                date: date, time: .init(hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60), offset: 0)
        }
    }
}
