extension EventLocation {
    /// Reads a venue's address on one line, as in calendars: `Hall 3, Main St 1, Seattle, WA 98101, USA`.
    ///
    /// - Returns: nil if it contains neither a country nor a state.
    package init?(address: String) {
        var parts = address.split(whereSeparator: { $0 == "," || $0 == "\n" || $0 == ";" })
            .map { Self.withoutPostcode($0) }.filter { !$0.isEmpty }
        guard let last = parts.popLast() else { return nil }
        var place = EventLocation()
        if let found = Country(last), NorthAmericanState(last) == nil || parts.isEmpty || last.utf8.count > 2 {
            place.country = found.code
            if let state = parts.last.flatMap({ NorthAmericanState($0, in: found.code) }), parts.count > 1 {
                place.subdivision = state.code
                parts.removeLast()
            }
        } else {
            let location = EventLocation(place: parts.suffix(1).map { $0 + ", " }.joined() + last)
            guard location.country != nil else { return nil }
            (place.country, place.subdivision) = (location.country, location.subdivision)
        }
        place.city = parts.popLast()
        place.venue = parts.isEmpty ? nil : address
        self = place
    }

    /// A part without its postcode: `10179 Berlin` is Berlin, `WA 98101` is WA, `London SE1 9GF` is London.
    private static func withoutPostcode(_ part: Substring) -> String {
        let words = part.split(whereSeparator: \.isWhitespace)
        let names = words.filter { !$0.contains(where: \.isNumber) }
        // In a street, the number isn't a postcode, but streets aren't used anyway.
        return names.joined(separator: " ")
    }
}
