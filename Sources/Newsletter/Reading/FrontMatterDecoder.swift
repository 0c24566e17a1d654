/// Decodes the front matter of an issue.
package struct FrontMatterDecoder: Sendable {
    package enum Form: Sendable {
        /// Between lines with `---`.
        case yaml
        /// Between lines with `+++`.
        case toml
    }

    package struct Field: Sendable {
        /// As it is written; a key in a mapping follows the mapping's key and a full stop.
        package var key: String
        /// The items of a list, or a single text.
        package var values: [String]
        /// The line in the front matter, from 1.
        package var line: Int

        package init(key: String, values: [String], line: Int) {
            self.key = key
            self.values = values
            self.line = line
        }
    }

    /// Why front matter can't be read.
    package struct Fault: Error, Sendable {
        package var summary: String
        /// The line in the front matter, from 1.
        package var line: Int

        package init(_ summary: String, line: Int) {
            self.summary = summary
            self.line = line
        }
    }

    package let fields: @Sendable (_ text: String, _ form: Form) throws(Fault) -> [Field]

    package init(_ fields: @escaping @Sendable (_ text: String, _ form: Form) throws(Fault) -> [Field]) {
        self.fields = fields
    }
}
