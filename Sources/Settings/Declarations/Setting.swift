/// One key of the settings: what it is called, what may be written there, and what it changes.
///
/// The reader, the reference in `Guides/settings.md`, `sennight settings` and the JSON Schema all take these from here.
package struct Setting: Sendable {
    package var key: String
    package var type: SettingType
    package var isRequired: Bool
    /// What applies where the key isn't written; nil where there is no such value.
    package var fallback: SettingValue?
    /// Another key of the same mapping whose value applies where this one isn't written.
    package var fallbackKey: String?
    /// What the setting changes: one sentence or two, in Markdown.
    package var summary: String
    private var ownExample: SettingValue?

    package init(
        _ key: String, _ type: SettingType, _ summary: String, required isRequired: Bool = false,
        default fallback: SettingValue? = nil, sameAs fallbackKey: String? = nil, example: SettingValue? = nil
    ) {
        self.key = key
        self.type = type
        self.summary = summary
        self.isRequired = isRequired
        self.fallback = fallback
        self.fallbackKey = fallbackKey
        ownExample = example
    }

    /// A value that may be written; a test reads the settings that all of these make.
    package var example: SettingValue { ownExample ?? fallback ?? type.example }
}
