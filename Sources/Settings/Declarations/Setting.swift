/// One key of the settings: its name, the values that it may have, and what it changes.
///
/// The reader, the reference in `Guides/settings.md`, `sennight settings` and the JSON Schema are all based on these
/// declarations.
package struct Setting: Sendable {
    package var key: String
    package var type: SettingType
    package var isRequired: Bool
    /// The value if the key isn't written; nil if there is no default.
    package var fallback: SettingValue?
    /// Another key of the same mapping, whose value is the default of this one.
    package var fallbackKey: String?
    /// What the setting changes: one or two sentences, in Markdown.
    package var summary: String
    /// The names in braces that are filled in, such as `number` for `{number}`; nil if braces have no meaning in the
    /// value.
    package var placeholders: [String]?
    private var ownExample: SettingValue?

    package init(
        _ key: String, _ type: SettingType, _ summary: String, required isRequired: Bool = false,
        default fallback: SettingValue? = nil, sameAs fallbackKey: String? = nil, placeholders: [String]? = nil,
        example: SettingValue? = nil
    ) {
        self.key = key
        self.type = type
        self.summary = summary
        self.isRequired = isRequired
        self.fallback = fallback
        self.fallbackKey = fallbackKey
        self.placeholders = placeholders
        ownExample = example
    }

    /// A valid value for the reference; a test reads settings that consist of all examples.
    package var example: SettingValue { ownExample ?? fallback ?? type.example }
}
