/// One line of an issue, and what it is in Markdown.
struct Line: Sendable {
    enum Kind: Hashable, Sendable {
        /// Before the text: `Title: …`.
        case header
        case blank
        case heading(level: Int)
        /// A line with a bullet or a number.
        case item
        case text
        case quote
        /// `[label]: address`.
        case definition
        case table
        /// In a fenced or an indented code block.
        case code
        /// Within `<!--` and `-->`, or with one of them.
        case comment
        /// In a block of raw HTML.
        case html
        /// A thematic break such as `---`.
        case rule
    }

    var kind: Kind
    /// The bytes without the line break.
    var bytes: Range<Int>
    /// The number of spaces before the first letter.
    var indent: Int
    /// The offset where its text begins: after bullets, number signs and the quotation mark `>`.
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
    /// From the first byte of its content to the end of its last line.
    var bytes: Range<Int>
}
