/// The keys of one mapping in the settings, in the order in which people read them.
package struct SettingsMapping: Sendable {
    package var settings: [Setting]
    package var former: [FormerSetting]
    /// For an item of a list whose other keys depend on its kind, such as a source: the list. nil if all keys are
    /// declared here.
    package var kinds: ItemKinds?
    /// Whether leaving out the mapping turns off what it describes, such as a deadline; otherwise, its keys have
    /// defaults.
    package var isOptional: Bool

    package init(
        _ settings: [Setting], former: [FormerSetting] = [], kinds: ItemKinds? = nil, isOptional: Bool = false
    ) {
        self.settings = settings
        self.former = former
        self.kinds = kinds
        self.isOptional = isOptional
    }

    package var isOpen: Bool { kinds != nil }

    package subscript(key: String) -> Setting? { settings.first { $0.key == key } }

    /// A mapping with the keys of the left one, then those of the right one.
    package static func + (left: SettingsMapping, right: SettingsMapping) -> SettingsMapping {
        SettingsMapping(
            left.settings + right.settings, former: left.former + right.former,
            kinds: left.kinds == right.kinds ? left.kinds : nil)
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

/// A list whose items have different keys, depending on their kind.
package struct ItemKinds: Hashable, Sendable {
    /// The path of the list: `sources`.
    package var list: String
    /// The key that names an item's kind: `source`.
    package var key: String
    /// What an item does, as the word before its summary: `Collects`.
    package var verb: String

    package init(list: String, key: String, verb: String) {
        self.list = list
        self.key = key
        self.verb = verb
    }
}

/// A kind of item of such a list: its name, what it does, and the keys that it reads besides the common ones.
package struct KindDeclaration: Sendable {
    package var name: String
    package var summary: String
    package var keys: SettingsMapping
    /// The keys that items of all kinds have.
    package var common: SettingsMapping

    package init(name: String, summary: String, keys: SettingsMapping, common: SettingsMapping) {
        self.name = name
        self.summary = summary
        self.keys = keys
        self.common = common
    }

    /// All keys of an item of this kind.
    package var mapping: SettingsMapping { common + keys }
}
