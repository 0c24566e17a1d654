/// One item of `sources:`: the kind of source, its name, and the keys that the source itself reads.
package struct SourceSettings: Hashable, Sendable {
    /// The kind of source: `feeds`, `github-pulls` …
    package var source: String
    /// Unique in a publication; by default, the kind.
    package var name: String
    /// The heading that its candidates belong under.
    package var section: String?
    /// The settings file, for messages.
    package var file: String
    /// All keys of the item, including `source`, `name` and `section`.
    package var values: SettingsTree

    package init(source: String, name: String, section: String? = nil, file: String, values: SettingsTree) {
        self.source = source
        self.name = name
        self.section = section
        self.file = file
        self.values = values
    }
}
