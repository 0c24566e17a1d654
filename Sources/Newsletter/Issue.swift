package import Text

/// One issue of a publication, read from its file.
package struct Issue: Sendable {
    /// The file's path as it was given to the reader.
    package var file: String
    package var header: IssueHeader
    /// The sections in the file's order; the text before the first heading is a section of level 0 without a title.
    package var sections: [Section]

    package init(file: String, header: IssueHeader, sections: [Section]) {
        self.file = file
        self.header = header
        self.sections = sections
    }
}

/// The fields before an issue's text.
package struct IssueHeader: Hashable, Sendable {
    package var title: String
    package var number: Int?
    package var date: CalendarDate
    /// The time of day in minutes, if the header has one.
    package var minutes: Int?
    package var category: String?
    /// The categories in the issue's address, if there are several.
    package var categories: [String]
    /// The last part of the issue's address, if it differs from the title's.
    package var slug: String?
    /// The name of the issue's file without its date and its extension; empty if there is no file.
    package var name: String
    /// The path of the issue's file; nil if there is none, or if nothing depends on it.
    package var file: IssueFileName?
    /// The page's path, if the header says so.
    package var permalink: String?
    /// Former paths of the page.
    package var aliases: [String]
    package var author: String?
    package var description: String?
    /// The image for link previews.
    package var image: String?
    package var tags: [String]
    /// The field of the header that keeps the issue from being published, such as `draft: true`.
    package var heldBack: String?

    package init(
        title: String, number: Int?, date: CalendarDate, category: String?, categories: [String] = [],
        slug: String? = nil, minutes: Int? = nil, name: String = "", file: IssueFileName? = nil,
        permalink: String? = nil, aliases: [String] = [], author: String? = nil, description: String? = nil,
        image: String? = nil, tags: [String] = [], heldBack: String? = nil
    ) {
        self.title = title
        self.number = number
        self.date = date
        self.category = category
        self.categories = categories
        self.slug = slug
        self.minutes = minutes
        self.name = name
        self.file = file
        self.permalink = permalink
        self.aliases = aliases
        self.author = author
        self.description = description
        self.image = image
        self.tags = tags
        self.heldBack = heldBack
    }
}

/// A heading and what is below it, up to the next heading of any level.
package struct Section: Sendable {
    /// The heading's text without its markup.
    package var title: String
    /// The level of the heading: 1 for `#`; 0 for the text before the first heading.
    package var level: Int
    /// The heading's `id` on the page.
    package var id: String
    package var kind: SectionKind
    /// The section's bytes, from its heading to the last line before the next heading.
    package var range: SourceRange
    package var entries: [Entry]
    /// Dated lines that look like events but couldn't be read as events.
    package var unrecognized: [SourceRange]

    package init(
        title: String, level: Int, id: String, kind: SectionKind, range: SourceRange, entries: [Entry] = [],
        unrecognized: [SourceRange] = []
    ) {
        self.title = title
        self.level = level
        self.id = id
        self.kind = kind
        self.range = range
        self.entries = entries
        self.unrecognized = unrecognized
    }
}

/// The kind of a section, which determines how its entries are read.
package enum SectionKind: String, CaseIterable, Sendable {
    case links, events
    case pullRequests = "pull-requests"
    case proposals, testing, participation, pick, quote, jobs, triage, prose
}
