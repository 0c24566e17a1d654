/// An XML document, with its faults.
struct MarkupDocument: Hashable, Sendable {
    var root: MarkupNode
    /// The limit at which reading stopped; nil if everything was read.
    var cut: MarkupFault?
    /// The line, from 1, of the first error if the document isn't well-formed (XML 1.0, section 2.1).
    var brokenLine: Int?
}
