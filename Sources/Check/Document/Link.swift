/// A link as it is written.
struct Link: Sendable {
    enum Kind: Sendable {
        /// `[text](address)`.
        case inline
        /// `[text][label]`, `[label][]` or `[label]`; the address is the definition's.
        case reference
        /// `<address>`.
        case automatic
        /// An address that stands in the text and is no link on the page.
        case bare
        /// `<a href="address">`.
        case html
    }

    var kind: Kind
    var isImage = false
    /// The whole of it, brackets included.
    var whole: Range<Int>
    /// Between the square brackets; of others the address itself.
    var text: Range<Int>
    /// Where the address is written, which for references is in the definition.
    var url: Range<Int>
    /// Of references, the definition's index in the document.
    var definition: Int?
    /// The index of its line.
    var line: Int
}

/// `[label]: address`.
struct Definition: Sendable {
    /// As labels are compared: without case, blanks folded (CommonMark 4.7).
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

/// What looks like a tag of HTML.
struct Tag: Sendable {
    var whole: Range<Int>
    var name: Range<Int>
    var isClosing: Bool
    /// Whether CommonMark (6.6) takes it for a tag; others are shown as they are written.
    var isValid: Bool
    var line: Int
}

/// Square brackets that make no link.
struct Bracket: Sendable {
    /// Brackets included.
    var whole: Range<Int>
    var line: Int
    /// Whether it stands in the text of a link.
    var isInLink = false

    var text: Range<Int> { (whole.lowerBound + 1)..<(whole.upperBound - 1) }
}
