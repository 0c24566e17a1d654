/// A line of a text, with its kind in CommonMark.
package struct MarkdownLine: Sendable {
    package enum Kind: Hashable, Sendable {
        /// A line before the text, such as a line of the header.
        case header
        case blank
        /// A heading such as `## Title`, with 1 to 6 number signs (section 4.2).
        case heading(level: Int)
        /// A line of a heading that is underlined (4.3).
        case underlinedHeading(level: Int)
        /// The line that underlines a heading: `===` or `---`.
        case underline
        /// A thematic break such as `* * *` (4.1).
        case thematicBreak
        /// The first line of a fenced code block (4.5); ``LineStart/fence(_:)`` reads it.
        case fence
        case fencedCode
        case fenceEnd
        case indentedCode
        /// A line of a comment, from the one with `<!--` to the one with `-->` (4.6, condition 2).
        case comment
        /// A line of any other block of raw HTML, with the condition that began it (4.6).
        case html(HTMLBlock)
        /// A line of a reference definition (4.7); see ``LineScanner/definitions``.
        case definition
        /// A row of a table, which may be its header row or its delimiter row (GitHub's extension).
        case tableRow
        /// A line of a paragraph.
        case text
    }

    package var kind: Kind
    /// The line's bytes without the line break.
    package var bytes: Range<Int>
    /// The offset of the line's text: after indentation, list and quotation markers, and a heading's number signs.
    package var content: Int
    /// The number of list items and quotations that contain the line, including those that it begins.
    package var depth = 0
    /// The number of quotation markers on the line itself.
    package var quotes = 0
    /// The first list item that begins on the line.
    package var item: ItemMarker?
    /// Whether the line continues a paragraph although the markers of its list item or quotation are missing (5.1).
    package var isLazy = false
    /// Whether the line is lazy (``isLazy``) and indented.
    var isLazilyIndented = false

    init(_ kind: Kind, bytes: Range<Int>, content: Int) {
        self.kind = kind
        self.bytes = bytes
        self.content = content
    }

    /// Whether the line is outside all lists and quotations.
    package var isTopLevel: Bool { depth == 0 }
}

/// The bullet or number of a list item (5.2).
package struct ItemMarker: Hashable, Sendable {
    /// `*`, `-` or `+`, or the delimiter after a number.
    package var mark: UInt8
    /// The marker's length in bytes: 1 for a bullet, otherwise the number of digits plus one.
    package var width: Int
    /// The number at which the list would start; nil for a bullet.
    package var number: Int?
    /// The offset of the marker's first byte.
    package var start: Int
}

/// A definition such as `[label]: https://example.org "Title"`.
package struct ReferenceDefinition: Sendable {
    /// The range of the label between its brackets.
    package var label: Range<Int>
    /// The range of the destination without angle brackets.
    package var destination: Range<Int>
    /// The lines of the definition, counted from 0.
    package var lines: Range<Int>
}
