/// How long the parts of a candidate may be, whichever source returns it, and how many candidates one source may
/// return.
///
/// What is longer is cut at the end of a character and marked with `…`, and the source reports it once; an address is
/// never cut, its candidate is left out.
enum CollectionLimits {
    /// In characters.
    static let title = 1_000
    static let tag = 100
    /// A venue, a place or the name of an organiser.
    static let place = 300
    /// What somebody said.
    static let quote = 5_000
    /// The beginning of a report; the longest of 68 real ones has 9,000.
    static let report = 30_000
    /// A fact: an author, the labels, a description.
    static let fact = 1_000
    /// In bytes: an address, or what tells an event from others.
    static let address = 2_000

    static let tags = 20
    static let facts = 50
    static let organizers = 20
    /// Candidates and events of one source in one run, together.
    static let candidates = 5_000
    /// Faults of one source that differ only in numbers and quoted words; more are counted.
    static let alike = 3
    static let faults = 100
}

extension String {
    /// At most so many characters, the last of them `…` where something was cut.
    ///
    /// A character can hold any number of combining marks, so that bytes count too: four for each.
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
