internal import Newsletter
internal import Text

/// Recognises events by dates in the forms of several languages, such as `22.11.2026, Köln: …`, and counts the forms.
struct EventDateForms {
    private var counts: [String: Int] = [:]
    /// Whether a form with slashes can only have the day first, because that is more than 12.
    private var hasDayFirst = false

    /// Counts the dates with which the items of a list begin.
    ///
    /// - Returns: whether most of the items begin with a date of the same form, and name a place after it.
    mutating func add(_ items: [Substring]) -> Bool {
        var found: [String: Int] = [:]
        for item in items {
            let text = item.drop { "*-+ _[".contains($0) }.lowercased()
            guard let (form, rest, first) = Self.form(of: text), rest.contains(where: { ",|(:".contains($0) }) else {
                continue
            }
            found[form, default: 0] += 1
            if first > 12 { hasDayFirst = true }
        }
        guard let (form, count) = found.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), count * 2 > items.count
        else { return false }
        counts[form, default: 0] += count
        return true
    }

    /// The forms, the most frequent one first. Slashes may separate a month and a day, if no number says otherwise.
    var formats: [String] {
        counts.filter { hasDayFirst || !$0.key.contains("/") }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    /// A longer form comes before its beginning.
    private static let forms: [(text: String, parts: [DateFormat.Part])] = [
        "{day} de {month} de {year}", "{day} de {month}", "{day}. {month} {year}", "{day}. {month}",
        "{day} {month} {year}", "{day} {month}", "{day}.{month}.{year}", "{day}/{month}/{year}",
    ].map { ($0, DateFormat($0)?.parts ?? []) }

    private static func form(of text: String) -> (form: String, rest: Substring, first: Int)? {
        for (form, parts) in forms {
            var rest = text[...]
            var first: Int?
            let fits = parts.allSatisfy { part in
                switch part {
                case .text(let literal):
                    guard rest.hasPrefix(literal) else { return false }
                    rest = rest.dropFirst(literal.count)
                    return true
                case .month where rest.first?.isLetter == true:
                    let word = rest.prefix { $0.isLetter }
                    rest = rest[word.endIndex...]
                    return MonthName.number(of: String(word)) != nil
                case .day, .month, .year:
                    let digits = rest.prefix { $0.isASCII && $0.isNumber }
                    rest = rest[digits.endIndex...]
                    first = first ?? Int(digits)
                    // A month between full stops or slashes is a number.
                    let isNumeric = part != .month || form.contains(".{") || form.contains("/")
                    return isNumeric && (part == .year ? digits.count == 4 : 1...2 ~= digits.count)
                }
            }
            if fits, let first { return (form, rest, first) }
        }
        return nil
    }
}
