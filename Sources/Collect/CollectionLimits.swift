/// The limits for the length of a candidate's parts, and for the number of candidates that a source returns.
///
/// Longer texts are cut after a whole character, marked with `…` and reported once. A URL is never cut; a candidate
/// with a longer one is left out.
enum CollectionLimits {
    /// The maximum length of a title, in characters.
    static let title = 1_000
    static let tag = 100
    /// The maximum length of a venue, a place or the name of an organiser.
    static let place = 300
    /// The maximum length of a quote.
    static let quote = 5_000
    /// The maximum length of a report's beginning; the longest of 68 real ones has 9,000 characters.
    static let report = 30_000
    /// The maximum length of a fact, such as an author, labels or a description.
    static let fact = 1_000
    /// The maximum length of a URL or of an event's ID, in bytes.
    static let address = 2_000

    static let tags = 20
    static let facts = 50
    static let organizers = 20
    /// The maximum number of candidates and events together that a source may return in a run.
    static let candidates = 5_000
    /// The maximum number of a source's faults that are listed if they differ only in numbers and quoted words.
    static let alike = 3
    static let faults = 100
}

extension String {
    /// The text with at most `most` characters, the last of which is `…` if something was cut.
    ///
    /// A character can hold any number of combining marks, so the number of bytes is limited, too: four for each
    /// character.
    func cut(to most: Int) -> String {
        guard utf8.count > most else { return self }
        // The end of a scalar, for one character may be longer than all that there is room for.
        let bytes = utf8.index(startIndex, offsetBy: 4 * most, limitedBy: endIndex) ?? endIndex
        let start = self[..<(bytes.samePosition(in: unicodeScalars) ?? unicodeScalars.index(before: bytes))]
        guard let end = start.index(startIndex, offsetBy: most, limitedBy: start.endIndex), end < endIndex else {
            return start.endIndex == endIndex ? self : String(Substring(start.unicodeScalars.dropLast())) + "…"
        }
        return start[..<start.index(before: end)] + "…"
    }
}
