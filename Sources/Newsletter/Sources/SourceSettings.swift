/// One item of `sources:`: which source is asked, what it is called here, and the keys that it reads itself.
package struct SourceSettings: Hashable, Sendable {
    /// The kind of source: `feeds`, `github-pulls` …
    package var source: String
    /// Unique in a publication; the kind where the settings name nothing else.
    package var name: String
    /// The heading that its candidates belong under.
    package var section: String?
    /// The settings file, for messages.
    package var file: String
    /// All keys of the item; `source`, `name` and `section` among them.
    package var values: SettingsTree

    package init(source: String, name: String, section: String? = nil, file: String, values: SettingsTree) {
        self.source = source
        self.name = name
        self.section = section
        self.file = file
        self.values = values
    }
}
