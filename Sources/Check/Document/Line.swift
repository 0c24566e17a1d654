/// One line of an issue and what it is to a Markdown reader.
struct Line: Sendable {
    enum Kind: Hashable, Sendable {
        /// Above the text: `Title: …`.
        case header
        case blank
        case heading(level: Int)
        /// A bullet's or number's line.
        case item
        case text
        case quote
        /// `[label]: address`.
        case definition
        case table
        /// Of a fenced or an indented block.
        case code
        /// Within `<!--` and `-->`, which may stand on it too.
        case comment
        /// Of a block of raw HTML.
        case html
        /// `---` and its like.
        case rule
    }

    var kind: Kind
    /// Its bytes without the line break.
    var bytes: Range<Int>
    /// Blanks before its first letter.
    var indent: Int
    /// Where its text begins: behind bullets, number signs and the quotation's bracket.
    var content: Int
    /// A bullet, or the stop behind a number.
    var marker: UInt8 = 0
    /// Whether an item's line is of a list begun before and not ended since.
    var continuesList = false
}

/// Lines that are one run of text: links and code may span them.
struct Block: Sendable {
    enum Kind: Sendable {
        case text, heading, html
    }

    var kind: Kind
    /// Numbers of lines, counted from 0.
    var lines: Range<Int>
    /// From its content's first byte to its last line's end.
    var bytes: Range<Int>
}
