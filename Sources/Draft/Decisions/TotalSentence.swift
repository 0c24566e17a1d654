/// A sentence with a total that the program wrote into a draft. If an editor has changed the sentence since, it isn't
/// updated.
package struct TotalSentence: Hashable, Sendable, Decodable {
    /// The heading that the sentence is under.
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
