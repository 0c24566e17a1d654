/// The location of an event.
package struct EventLocation: Hashable, Sendable {
    package var venue: String?
    package var city: String?
    /// A part of a country: a code such as `WA` or `ON` in the United States and Canada, else as written.
    package var subdivision: String?
    /// ISO 3166-1, two letters.
    package var country: String?

    package init(venue: String? = nil, city: String? = nil, subdivision: String? = nil, country: String? = nil) {
        self.venue = venue
        self.city = city
        self.subdivision = subdivision
        self.country = country
    }

    /// Reads a place as weeklies write it: `Berlin, DE`, `Seattle, WA, US`, `Portland, OR`, `Singapore, SG`.
    ///
    /// A place that ends in neither a country nor a state is a city.
    package init(place: String) {
        var parts = place.split(separator: ",").map { Self.trimmed($0) }.filter { !$0.isEmpty }
        guard var last = parts.popLast() else { return }
        // `Minneapolis, MN US`
        let words = last.split(separator: " ")
        if words.count == 2, Country(last) == nil, words[1].allSatisfy(\.isUppercase), Country(String(words[1])) != nil,
            NorthAmericanState(String(words[0])) != nil
        {
            parts.append(String(words[0]))
            last = String(words[1])
        }
        if let state = NorthAmericanState(last), Self.isState(state, written: last, after: parts) {
            (subdivision, country) = (state.code, state.country)
        } else if let found = Country(last) {
            country = found.code
            if parts.count > 1 || parts.last.map({ NorthAmericanState($0, in: found.code) != nil }) == true {
                subdivision = parts.popLast().map { NorthAmericanState($0, in: found.code)?.code ?? $0 }
            }
        } else {
            parts.append(last)
        }
        city = parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// Reads the fields of an address, in whatever form a service returns them.
    package init(venue: String? = nil, city: String?, region: String?, country: String?) {
        func present(_ text: String?) -> String? {
            guard let text else { return nil }
            let trimmed = Self.trimmed(text[...])
            return trimmed.isEmpty ? nil : trimmed
        }
        self.venue = present(venue)
        self.city = present(city)
        self.country = present(country).flatMap { Country($0)?.code }
        let state = present(region).flatMap { NorthAmericanState($0, in: self.country) }
        if self.country == nil { self.country = state?.country }
        subdivision = state?.code ?? present(region)
    }

    /// `Seattle, WA, US`, as in an issue; nil if nothing is known.
    package var text: String? {
        // Outside these two countries, the city and the country are enough.
        let isTold = country == "US" || country == "CA" || country == nil
        let parts = [city, isTold ? subdivision : nil, country == "GB" ? "UK" : country].compactMap { $0 }
        return parts.isEmpty ? venue : parts.joined(separator: ", ")
    }

    /// Whether a code means a state: `CO` and `IN` are also codes of countries, so the city decides.
    private static func isState(_ state: NorthAmericanState, written last: String, after parts: [String]) -> Bool {
        guard !parts.isEmpty else { return false }
        // `Toronto, ON, CA` ends in a country.
        if let country = Country(last) {
            if let before = parts.last, NorthAmericanState(before, in: country.code) != nil { return false }
            return AmbiguousCities.isKnown(parts[parts.count - 1], in: state)
        }
        return true
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace || last == "." { text.removeLast() }
        return String(text)
    }
}
