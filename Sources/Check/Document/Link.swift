/// A link in the source of an issue.
struct Link: Sendable {
    enum Kind: Sendable {
        /// An inline link: `[text](address)`.
        case inline
        /// A reference to a definition, which has the URL: `[text][label]`, `[label][]` or `[label]`.
        case reference
        /// An automatic link: `<address>`.
        case automatic
        /// A URL in the text that isn't a link on the page.
        case bare
        /// A link in raw HTML: `<a href="address">`.
        case html
    }

    var kind: Kind
    var isImage = false
    /// The whole link, brackets included.
    var whole: Range<Int>
    /// The text between the square brackets; for links without them, the URL itself.
    var text: Range<Int>
    /// The range of the URL, which for references is in the definition.
    var url: Range<Int>
    /// For references, the definition's index in the document.
    var definition: Int?
    /// The index of the link's line.
    var line: Int
}

/// A reference definition: `[label]: address`.
struct Definition: Sendable {
    /// The label, normalized for comparison: case-folded, with whitespace collapsed (CommonMark 4.7).
    var label: String
    var labelRange: Range<Int>
    var url: Range<Int>
    var line: Int
}

/// A code span between its backticks.
struct CodeSpan: Sendable {
    var whole: Range<Int>
    var content: Range<Int>
}

/// Text that looks like an HTML tag.
struct Tag: Sendable {
    var whole: Range<Int>
    var name: Range<Int>
    var isClosing: Bool
    /// Whether the text is a tag according to CommonMark (6.6); other text is shown literally.
    var isValid: Bool
    var line: Int
}

/// Square brackets that don't form a link.
struct Bracket: Sendable {
    /// The range including the brackets.
    var whole: Range<Int>
    var line: Int
    /// Whether the brackets are in the text of a link.
    var isInLink = false

    var text: Range<Int> { (whole.lowerBound + 1)..<(whole.upperBound - 1) }
}
