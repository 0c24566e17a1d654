/// A heading in a rendered text.
package struct Heading: Hashable, Sendable {
    /// The heading's level, 1…6.
    package var level: Int
    package var id: String
    /// The heading's text without markup.
    package var text: String
    /// The heading's inline HTML without links.
    package var html: String

    package init(level: Int, id: String, text: String, html: String) {
        self.level = level
        self.id = id
        self.text = text
        self.html = html
    }
}
