package import Markdown
internal import Newsletter

/// What an issue's mail says, before it has a layout.
package struct MailContent: Sendable {
    /// The issue's title.
    package var title: String
    package var number: Int?
    /// The issue's date, as readers write it.
    package var date: String
    /// The URL of the issue on the site.
    package var url: String
    /// What mail programs show next to the subject in a list of messages.
    package var preheader: String
    /// Parts that a shortened mail keeps or leaves out whole: each heading with what follows it, up to the next heading.
    package var parts: [[RichBlock]]
    /// What the mail says about corrections of the last issue; a shortened mail keeps it.
    package var corrections: [RichBlock] = []

    /// Splits blocks before each heading. A heading that another one follows at once stays with it, so that no part
    /// consists of a heading alone.
    static func parts(of blocks: [RichBlock]) -> [[RichBlock]] {
        var parts: [[RichBlock]] = []
        var part: [RichBlock] = []
        var hasContent = false
        for block in blocks {
            if case .heading = block, hasContent {
                parts.append(part)
                (part, hasContent) = ([], false)
            }
            part.append(block)
            if case .heading = block { continue }
            hasContent = true
        }
        if !part.isEmpty { parts.append(part) }
        return parts
    }

    /// The same content with each block, and each item of a list, as a part of its own: for an issue of which not even
    /// the first section fits into a mail.
    package var inSmallParts: MailContent {
        var content = self
        content.parts = parts.joined().flatMap { block -> [[RichBlock]] in
            guard case .list(let list) = block else { return [[block]] }
            return list.items.enumerated().map { index, item in
                [.list(RichList(start: list.start.map { $0 &+ index }, items: [item]))]
            }
        }
        return content
    }

    /// The titles of the first entries: they say more than a greeting does.
    static func preheader(of blocks: [RichBlock]) -> String {
        var titles: [String] = []
        for case .list(let list) in blocks {
            for item in list.items {
                guard let title = item.lazy.compactMap(firstLine).first else { continue }
                titles.append(title)
                if titles.count == 3 { return joined(titles) }
            }
        }
        return joined(titles.isEmpty ? blocks.lazy.compactMap(firstLine).prefix(1).map { $0 } : titles)
    }

    private static func firstLine(of block: RichBlock) -> String? {
        guard case .paragraph(let line) = block else { return nil }
        let text = line.map(\.plainText).joined().split { $0.isWhitespace }.joined(separator: " ")
        return text.isEmpty ? nil : text
    }

    /// Mail programs show about this many characters.
    private static let longest = 140

    private static func joined(_ titles: [String]) -> String {
        let text = titles.joined(separator: " · ")
        guard text.count > longest else { return text }
        let words = text.prefix(longest).split(separator: " ").dropLast()
        return words.joined(separator: " ") + "…"
    }
}

extension Site {
    /// The content of an issue's mail.
    ///
    /// - Throws: ``FileError`` if the issue's file can't be read.
    package func mail(of summary: IssueSummary) throws -> MailContent {
        let url = address.url(summary.path)
        let html = try issues.feedBody(of: summary, page: url, root: address.root).html
        let blocks = RichTextReader.blocks(of: html)
        return MailContent(
            title: summary.header.title, number: summary.header.number, date: words.long(summary.header.date), url: url,
            preheader: MailContent.preheader(of: blocks), parts: MailContent.parts(of: blocks),
            corrections: corrections(before: summary))
    }
}
