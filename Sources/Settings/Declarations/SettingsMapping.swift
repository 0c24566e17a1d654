/// The keys of one mapping in the settings, in the order in which people read them.
package struct SettingsMapping: Sendable {
    package var settings: [Setting]
    package var former: [FormerSetting]
    /// Whether the mapping also has keys that are declared elsewhere, such as those of a kind of source.
    package var isOpen: Bool
    /// Whether leaving out the mapping turns off what it describes, such as a deadline; otherwise, its keys have
    /// defaults.
    package var isOptional: Bool

    package init(
        _ settings: [Setting], former: [FormerSetting] = [], isOpen: Bool = false, isOptional: Bool = false
    ) {
        self.settings = settings
        self.former = former
        self.isOpen = isOpen
        self.isOptional = isOptional
    }

    package subscript(key: String) -> Setting? { settings.first { $0.key == key } }

    /// A mapping with the keys of the left one, then those of the right one.
    package static func + (left: SettingsMapping, right: SettingsMapping) -> SettingsMapping {
        SettingsMapping(
            left.settings + right.settings, former: left.former + right.former, isOpen: left.isOpen && right.isOpen)
    }
}

/// A key of an earlier version, which is refused with the name of its replacement.
package struct FormerSetting: Sendable {
    package var key: String
    /// The path of the key that replaces it: `events.days`.
    package var now: String
    /// The remedy, which says how to write the setting now.
    package var remedy: String

    package init(_ key: String, now: String, remedy: String) {
        self.key = key
        self.now = now
        self.remedy = remedy
    }
}

/// A kind of source: its name, what it collects, and the keys that it reads besides ``SourceList/common``.
package struct SourceDeclaration: Sendable {
    package var name: String
    package var summary: String
    package var keys: SettingsMapping

    package init(name: String, summary: String, keys: SettingsMapping) {
        self.name = name
        self.summary = summary
        self.keys = keys
    }

    /// All keys of an item of `sources:` of this kind.
    package var mapping: SettingsMapping { SourceList.common + keys }
}
