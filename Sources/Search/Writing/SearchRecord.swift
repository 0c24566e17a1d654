/// An entry of an issue as it is searched for and shown.
package struct SearchRecord: Hashable, Sendable {
    package var title: String
    /// As the issue has it; empty for what has no link.
    package var url: String
    /// The words around the title.
    package var context: String
    /// What `tag:` finds.
    package var tags: [String]
    /// What `site:` finds, in lower case; nil where there is no link.
    package var host: String?
    package var section: SearchSection
    /// The entry's id on the issue's page, without the first `e`; see `FORMAT.md`.
    package var anchor: String
    /// How much room it takes in a block of documents: 2 for what is most often found.
    package var cost: Int
    /// Whether one of the issues just before had the same, such as an event that is listed until it takes place: words find
    /// only the first.
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
    /// `YYYY-MM-DD`.
    package var date: String
    /// Of its page, from the site's root.
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
