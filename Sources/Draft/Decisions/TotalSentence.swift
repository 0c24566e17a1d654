/// A sentence on a total as the program wrote it into a draft. If an editor has changed it since, it isn't written
/// again.
package struct TotalSentence: Hashable, Sendable, Decodable {
    /// The heading that it is under.
    package var section: String
    /// The name of the source that counted.
    package var source: String?
    /// The sentence in Markdown.
    package var text: String

    package init(section: String, source: String?, text: String) {
        self.section = section
        self.source = source
        self.text = text
    }
}
