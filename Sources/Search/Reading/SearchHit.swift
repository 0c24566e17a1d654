/// A record in the results of a search.
package struct SearchHit: Hashable, Sendable {
    package var record: Int
    package var score: Int
    package var title: String
    /// The entry's link; empty if it has none.
    package var url: String
    package var section: String
    package var issue: String
    package var number: Int?
    /// The issue's date, as `YYYY-MM-DD`.
    package var date: String
    /// The path of the entry's position on the site, from the site's root.
    package var path: String
}

/// The results of a search.
package struct SearchResults: Sendable {
    /// The number of matching records.
    package var total: Int
    /// The first matching records, in order.
    package var hits: [SearchHit]
    /// Whether records with any of the words match, because too few have all of them.
    package var matchesAny: Bool
    /// The numbers of all matching records.
    package var records: [Int]
}
