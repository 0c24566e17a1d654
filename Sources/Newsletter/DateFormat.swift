/// A form in which a publication writes the dates of events, such as `{day}/{month}/{year}` or `{day} de {month}`.
package struct DateFormat: Hashable, Sendable {
    package enum Part: Hashable, Sendable {
        case day, month, year
        /// Characters between the numbers, in lower case.
        case text(String)
    }

    package let parts: [Part]

    /// Nil unless the text has `{day}` and `{month}` once each, and at most `{year}` besides.
    package init?(_ text: String) {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else { return nil }
            if open > rest.startIndex { parts.append(.text(rest[..<open].lowercased())) }
            switch rest[rest.index(after: open)..<close] {
            case "day": parts.append(.day)
            case "month": parts.append(.month)
            case "year": parts.append(.year)
            default: return nil
            }
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(rest.lowercased())) }
        func count(_ part: Part) -> Int { parts.count { $0 == part } }
        guard count(.day) == 1, count(.month) == 1, count(.year) <= 1 else { return nil }
        self.parts = parts
    }
}
