internal import Context
internal import Markdown
internal import Newsletter
internal import Synchronization

/// All issues of a publication: a card of each, and each one's text when somebody needs it.
package final class IssueLibrary: Sendable {
    /// From the oldest to the newest.
    package let cards: [IssueCard]
    private let pages: Mutex<[String: PageBody]>
    /// By the fingerprint of their file.
    private let sections: Mutex<[Fingerprint: [Section]]>
    private let absolute: Mutex<[String: [UInt8]]> = Mutex([:])
    private let read: @Sendable (_ file: String, _ parts: IssueReader.Parts) throws -> IssueReader.Reading

    /// - Parameters:
    ///   - pages: bodies that have been read already, by file.
    ///   - sections: those that the last build read, by their file's fingerprint.
    ///   - read: reads an issue's file.
    init(
        cards: [IssueCard], pages: [String: PageBody], sections: [Fingerprint: [Section]],
        read: @escaping @Sendable (_ file: String, _ parts: IssueReader.Parts) throws -> IssueReader.Reading
    ) {
        self.cards = cards.sorted {
            ($0.header.date, $0.header.number ?? 0, $0.path) < ($1.header.date, $1.header.number ?? 0, $1.path)
        }
        self.pages = Mutex(pages)
        let present = Set(cards.map(\.source))
        self.sections = Mutex(sections.filter { present.contains($0.key) })
        self.read = read
    }

    /// An issue's body with its headings.
    func page(of card: IssueCard) throws -> PageBody {
        if let html = card.legacyHTML { return PageBody(html: Array(html.utf8), headings: []) }
        if let known = pages.withLock({ $0[card.file] }) { return known }
        let reading = try read(card.file, .body)
        let page = PageBody(html: reading.body, headings: reading.headings)
        pages.withLock { $0[card.file] = page }
        return page
    }

    /// An issue's body with absolute addresses; several feeds carry the same.
    func absoluteHTML(of card: IssueCard, page: String, root: String) throws -> [UInt8] {
        if let known = absolute.withLock({ $0[card.file] }) { return known }
        let html = AddressRewriter.absolute(try self.page(of: card).html, page: page, root: root)
        absolute.withLock { $0[card.file] = html }
        return html
    }

    /// An issue's sections with their entries; none for a page that is not Markdown.
    func sections(of card: IssueCard) throws -> [Section] {
        guard card.legacyHTML == nil else { return [] }
        if let known = sections.withLock({ $0[card.source] }) { return known }
        let read = try read(card.file, .sections).issue.sections
        sections.withLock { $0[card.source] = read }
        return read
    }

    /// The sections that have been read, for the next build.
    var readSections: [Fingerprint: [Section]] { sections.withLock { $0 } }
}

/// What an issue's page shows.
struct PageBody: Sendable {
    var html: [UInt8]
    var headings: [Heading]
}
