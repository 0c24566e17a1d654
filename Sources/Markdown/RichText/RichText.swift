/// A page's text without its layout: the few blocks that a mail can show in every mail program, as HTML and as text.
///
/// Its elements always nest validly, whatever HTML an editor wrote.
package indirect enum RichBlock: Hashable, Sendable {
    /// - Parameter level: 1…6.
    case heading(level: Int, [RichInline])
    case paragraph([RichInline])
    case list(RichList)
    case quote([RichBlock])
    /// Text whose line breaks and spaces count.
    case code(String)
    case table([[RichCell]])
    case rule
}

/// A list with items of any blocks.
package struct RichList: Hashable, Sendable {
    /// The number of the first item; nil for a list with bullets.
    package var start: Int?
    package var items: [[RichBlock]]

    package init(start: Int?, items: [[RichBlock]]) {
        self.start = start
        self.items = items
    }
}

/// A cell of a table.
package struct RichCell: Hashable, Sendable {
    package var isHeader: Bool
    package var content: [RichInline]

    package init(isHeader: Bool, content: [RichInline]) {
        self.isHeader = isHeader
        self.content = content
    }
}

/// A part of a line of text.
package indirect enum RichInline: Hashable, Sendable {
    /// Characters, not markup; runs of white space are one space.
    case text(String)
    case styled(RichStyle, [RichInline])
    /// A link to an absolute URL with the scheme http, https or mailto; links are never nested.
    case link(url: String, [RichInline])
    case image(RichImage)
    case lineBreak

    /// Whether readers see anything of it.
    var isVisible: Bool {
        switch self {
        case .text(let text): text.contains { !$0.isWhitespace }
        case .styled(_, let parts), .link(_, let parts): parts.contains(where: \.isVisible)
        case .image: true
        case .lineBreak: false
        }
    }

    /// Its characters; for an image, the alternative text.
    package var plainText: String {
        switch self {
        case .text(let text): text
        case .styled(_, let parts), .link(_, let parts): parts.map(\.plainText).joined()
        case .image(let image): image.alternative
        case .lineBreak: " "
        }
    }
}

package enum RichStyle: String, Hashable, Sendable {
    case strong
    case emphasis = "em"
    case code
    case struck = "s"
    case superscript = "sup"
    case `subscript` = "sub"
}

/// A picture.
package struct RichImage: Hashable, Sendable {
    /// Absolute, with the scheme http or https.
    package var url: String
    /// What it shows, for readers who don't see it; may be empty.
    package var alternative: String
    /// In CSS pixels.
    package var width: Int?

    package init(url: String, alternative: String, width: Int?) {
        self.url = url
        self.alternative = alternative
        self.width = width
    }
}
