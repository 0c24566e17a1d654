/// A record as it is shown.
package struct SearchHit: Hashable, Sendable {
    package var record: Int
    package var score: Int
    package var title: String
    /// Empty for what has no link.
    package var url: String
    package var section: String
    package var issue: String
    package var number: Int?
    /// `YYYY-MM-DD`.
    package var date: String
    /// Of the entry's position, from the site's root.
    package var path: String
}

/// What a search found.
package struct SearchResults: Sendable {
    /// How many records match.
    package var total: Int
    /// The first of them in order.
    package var hits: [SearchHit]
    /// Whether so few have all words that those with any of them count.
    package var matchesAny: Bool
    /// All that match, by number.
    package var records: [Int]
}
