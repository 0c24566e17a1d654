/// An entry of an issue, with the texts that are searched and shown.
package struct SearchRecord: Hashable, Sendable {
    package var title: String
    /// The URL in the issue; empty if the entry has no link.
    package var url: String
    /// The words around the title.
    package var context: String
    /// The tags, for `tag:`.
    package var tags: [String]
    /// The host in lower case, for `site:`; nil if there is no link.
    package var host: String?
    package var section: SearchSection
    /// The entry's id on the issue's page, without the first `e`; see `FORMAT.md`.
    package var anchor: String
    /// The space that the record takes in a block of documents; 2 for most.
    package var cost: Int
    /// Whether one of the previous issues had the same entry, such as an event that is listed until it takes place.
    /// Searches for words find only the first.
    package var isRepeated: Bool

    package init(
        title: String, url: String, context: String, tags: [String], host: String?, section: SearchSection,
        anchor: String, cost: Int, isRepeated: Bool = false
    ) {
        self.title = title
        self.url = url
        self.context = context
        self.tags = tags
        self.host = host
        self.section = section
        self.anchor = anchor
        self.cost = cost
        self.isRepeated = isRepeated
    }
}

/// A section of an issue's page.
package struct SearchSection: Hashable, Sendable {
    /// The heading's id on the page.
    package var id: String
    package var title: String

    package init(id: String, title: String) {
        self.id = id
        self.title = title
    }
}

/// An issue with its records.
package struct SearchIssue: Sendable {
    package var number: Int?
    package var title: String
    package var year: Int
    /// The date, as `YYYY-MM-DD`.
    package var date: String
    /// The path of the issue's page, from the site's root.
    package var path: String
    package var records: [SearchRecord]

    package init(number: Int?, title: String, year: Int, date: String, path: String, records: [SearchRecord]) {
        self.number = number
        self.title = title
        self.year = year
        self.date = date
        self.path = path
        self.records = records
    }
}
