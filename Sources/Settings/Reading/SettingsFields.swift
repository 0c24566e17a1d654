package import Newsletter

/// The values of one mapping of the settings, read by its declared keys.
///
/// ``SettingsValidation`` has already reported undeclared keys and values of the wrong type; such a value reads as
/// missing. The reading code reports faults that only it can find through this type.
package final class SettingsFields {
    private let tree: SettingsTree?
    private let declared: SettingsMapping
    private let path: String
    /// The path without the indices of items: `sections[].auto`.
    private let pattern: String
    /// The location of faults of the whole mapping.
    private let location: SourceLocation
    private let faults: SettingsFaults

    init(
        _ tree: SettingsTree?, _ declared: SettingsMapping, path: String, pattern: String, at location: SourceLocation,
        faults: SettingsFaults
    ) {
        self.tree = tree
        self.declared = declared
        self.path = path
        self.pattern = pattern
        self.location = location
        self.faults = faults
    }

    // MARK: Text

    /// The text of a key that is required or has a default; empty if it is missing.
    package func text(_ key: String) -> String { optionalText(key) ?? "" }

    /// The text in the file, or its default.
    package func optionalText(_ key: String) -> String? {
        if case .text(let text)? = member(key)?.form, !text.isEmpty { return text }
        if case .text(let text)? = declared[key]?.fallback { return text }
        return declared[key]?.fallbackKey.flatMap { optionalText($0) }
    }

    /// The texts of a list; a single text is a list of one.
    package func texts(_ key: String) -> [String] {
        if let value = member(key) { return Self.texts(of: value) }
        guard case .list(let values)? = declared[key]?.fallback else { return [] }
        return values.compactMap { value in
            if case .text(let text) = value { return text }
            return nil
        }
    }

    private static func texts(of value: SettingsTree) -> [String] {
        switch value.form {
        case .text(let text): text.isEmpty ? [] : [text]
        case .list(let items):
            items.compactMap { item in
                if case .text(let text) = item.form { return text }
                return nil
            }
        case .mapping: []
        }
    }

    /// The pairs of a mapping of texts whose keys are data, in the file's order.
    package func pairs(_ key: String) -> [(key: String, value: String)] {
        switch member(key)?.form {
        case .mapping(let members)?:
            return members.compactMap { member in
                if case .text(let text) = member.value.form, !text.isEmpty { return (member.key, text) }
                return nil
            }
        case .text?, .list?: return []
        case nil:
            guard case .mapping(let members)? = declared[key]?.fallback else { return [] }
            return members.compactMap { member in
                if case .text(let text) = member.value { return (member.key, text) }
                return nil
            }
        }
    }

    /// The pairs of a mapping of lists of texts whose keys are data.
    package func lists(_ key: String) -> [(key: String, values: [String])] {
        guard case .mapping(let members)? = member(key)?.form else { return [] }
        return members.map { ($0.key, Self.texts(of: $0.value)) }
    }

    // MARK: Other values

    /// A number that is required or has a default; zero if it is missing.
    package func number(_ key: String) -> Int { optionalNumber(key) ?? 0 }

    /// The number in the file, or its default.
    package func optionalNumber(_ key: String) -> Int? {
        if case .text(let text)? = member(key)?.form, case .number(let range)? = declared[key]?.type,
            let number = Int(text), range.contains(number)
        {
            return number
        }
        if case .number(let number)? = declared[key]?.fallback { return number }
        return nil
    }

    /// The value of a flag; false if the file doesn't have the key and there is no default.
    package func flag(_ key: String) -> Bool {
        if case .text(let text)? = member(key)?.form, let flag = Self.flag(text) { return flag }
        if case .flag(let flag)? = declared[key]?.fallback { return flag }
        return false
    }

    package static func flag(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "yes", "on": true
        case "false", "no", "off": false
        default: nil
        }
    }

    /// The case in the file, or the default.
    package func choice<Value: RawRepresentable>(_ key: String) -> Value? where Value.RawValue == String {
        optionalText(key).flatMap { Value(rawValue: $0) }
    }

    // MARK: Parts

    package func contains(_ key: String) -> Bool { member(key) != nil }

    /// The mapping of a key; all its keys have their defaults if it isn't written.
    package func mapping(_ key: String) -> SettingsFields {
        let value = member(key)
        return SettingsFields(
            value, declared[key]?.type.mapping ?? SettingsMapping([]), path: SettingsValidation.path(path, key),
            pattern: SettingsValidation.path(pattern, key), at: value?.location ?? location, faults: faults)
    }

    /// The mappings of a list.
    package func items<Value>(_ key: String, _ read: (SettingsFields) -> Value) -> [Value] {
        guard case .list(let items)? = member(key)?.form else { return [] }
        let path = SettingsValidation.path(path, key)
        return items.enumerated().map { index, item in
            read(
                SettingsFields(
                    item, declared[key]?.type.mapping ?? SettingsMapping([]), path: "\(path)[\(index + 1)]",
                    pattern: SettingsValidation.path(pattern, key) + "[]", at: item.location, faults: faults))
        }
    }

    /// The locations of the keys of a mapping whose keys are data, or of the items of a list.
    package func locations(_ key: String) -> [SourceLocation] {
        switch member(key)?.form {
        case .mapping(let members)?: members.map(\.location)
        case .list(let items)?: items.map(\.location)
        default: []
        }
    }

    /// The values in the file, for a reader that knows their keys.
    package var values: SettingsTree? { tree }

    // MARK: Faults

    /// Reports what is wrong with the value of a key, unless its value is already known to be invalid.
    ///
    /// - Parameter location: the location of the faulty part; by default that of the value.
    package func report(_ key: String, _ problem: String, remedy: String, at location: SourceLocation? = nil) {
        let path = SettingsValidation.path(path, key)
        guard !faults.concern(path) else { return }
        faults.add(
            "'\(path)' \(problem)", remedy: remedy, path: path, at: location ?? member(key)?.location ?? self.location)
    }

    /// Reports what is wrong with the mapping as a whole.
    package func report(_ summary: String, remedy: String) {
        guard !faults.concern(path) else { return }
        faults.add(summary, remedy: remedy, path: path, at: location)
    }

    private func member(_ key: String) -> SettingsTree? {
        faults.record(SettingsValidation.path(pattern, key))
        guard case .mapping(let members)? = tree?.form else { return nil }
        return members.first { $0.key == key }?.value
    }
}
