/// A position in an issue's body that links can lead to, or after which notes can be inserted. The body itself has only the ids of headings, so that feeds and
/// mail stay as they are.
package struct BodyAnchor: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// A heading, which has its id: the offset is after its start tag.
        case heading
        /// An element without an id: the offset is before the `>` of its start tag.
        case entry
        /// The offset is before a block that can't have an id.
        case block
        /// The offset is after a paragraph, heading or other block without blocks in it, which begins in this line of the
        /// file. There is no id.
        case blockEnd(line: Int)
    }

    package var kind: Kind
    package var id: String
    /// In bytes from the body's beginning.
    package var offset: Int

    package init(_ kind: Kind, id: String, offset: Int) {
        self.kind = kind
        self.id = id
        self.offset = offset
    }
}
