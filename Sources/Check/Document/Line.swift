/// A line of an issue, with its kind in Markdown.
struct Line: Sendable {
    enum Kind: Hashable, Sendable {
        /// A line of the header: `Title: …`.
        case header
        case blank
        case heading(level: Int)
        /// A line with a bullet or a number.
        case item
        case text
        case quote
        /// A definition: `[label]: address`.
        case definition
        case table
        /// A line of a fenced or an indented code block.
        case code
        /// A line of a comment, including those with `<!--` and `-->`.
        case comment
        /// A line of a block of raw HTML.
        case html
        /// A thematic break such as `---`.
        case rule
    }

    var kind: Kind
    /// The line's bytes without the line break.
    var bytes: Range<Int>
    /// The number of spaces before the first letter.
    var indent: Int
    /// The offset where the line's text begins: after bullets, number signs and the quotation mark `>`.
    var content: Int
    /// The bullet, or the full stop after a number.
    var marker: UInt8 = 0
    /// Whether an item continues a list that began before and hasn't ended since.
    var continuesList = false
}

/// Lines that form one run of text: links and code can span them.
struct Block: Sendable {
    enum Kind: Sendable {
        case text, heading, html
    }

    var kind: Kind
    /// The line numbers, counted from 0.
    var lines: Range<Int>
    /// The range from the first byte of the block's content to the end of its last line.
    var bytes: Range<Int>
}
