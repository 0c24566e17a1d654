/// The keys that belong together under one key of the settings, in the order in which people read them.
package struct SettingsMapping: Sendable {
    package var settings: [Setting]
    package var former: [FormerSetting]
    /// Whether other keys are declared elsewhere: those of a source, by the source.
    package var isOpen: Bool
    /// Whether there is nothing of what it describes unless it is written, rather than something with defaults.
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

    /// With the keys of another one after its own.
    package static func + (left: SettingsMapping, right: SettingsMapping) -> SettingsMapping {
        SettingsMapping(
            left.settings + right.settings, former: left.former + right.former, isOpen: left.isOpen && right.isOpen)
    }
}

/// A key of earlier versions, which is refused with the name of the one that took its place.
package struct FormerSetting: Sendable {
    package var key: String
    /// The path of the key that is used now: `events.days`.
    package var now: String
    /// How to write it now.
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
