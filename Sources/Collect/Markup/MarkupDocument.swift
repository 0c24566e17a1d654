/// An XML document, with what was wrong with it.
struct MarkupDocument: Hashable, Sendable {
    var root: MarkupNode
    /// The limit that ends what was read, if that isn't everything.
    var cut: MarkupFault?
    /// The line, from 1, of the first error if the document isn't well-formed (XML 1.0, section 2.1).
    var brokenLine: Int?
}
