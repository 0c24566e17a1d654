package import Newsletter
internal import Text

/// Reads `sources:`, a list of `- source: feeds` with `name:`, `section:` and the keys of that source.
package enum SourceList {
    /// The keys that every source has.
    package static let common = SettingsMapping(
        [
            Setting("source", .text, "The kind of source.", required: true, example: "feeds"),
            Setting(
                "name", .text, "The source's name, for example in `sennight collect NAME`; unique in a publication.",
                sameAs: "source", example: "blogs"),
            Setting(
                "section", .text,
                "The heading that the source's candidates belong under. By default,"
                    + " Sennight suggests a section for each.",
                example: "Articles"),
        ],
        kinds: ItemKinds(list: "sources", key: "source", verb: "Collects"))

    static func sources(_ root: SettingsFields, file: String) -> [SourceSettings] {
        var names: Set<String> = []
        return root.items("sources") { item in
            let (source, name) = (item.text("source"), item.text("name"))
            // Its file of candidates is named after it.
            if !source.isEmpty, !names.insert(Slug.of(name)).inserted {
                item.report(
                    "two sources are named '\(name)', or so similarly that their candidates would be in the same file",
                    remedy: "Give one of the sources a 'name:' that differs in letters or digits")
            }
            return SourceSettings(
                source: source, name: name, section: item.optionalText("section"), file: file,
                values: item.values ?? SettingsTree(.mapping([]), at: SourceLocation(line: 1, column: 1)))
        }
    }
}

extension SourceSettings {
    /// Reads a source from its keys.
    ///
    /// - Throws: every fault of the keys, with its location.
    package func read<Value>(
        _ declared: SettingsMapping, _ read: (SettingsFields) -> Value
    ) throws(Diagnostics) -> Value {
        try values.read(declared, path: name, faults: SettingsFaults(file: file), read)
    }

    func read<Value>(
        _ declared: SettingsMapping, faults: SettingsFaults, _ read: (SettingsFields) -> Value
    ) throws(Diagnostics) -> Value {
        try values.read(declared, path: name, faults: faults, read)
    }
}

extension SettingsTree {
    /// Reads a mapping whose keys are declared by the code that uses it.
    ///
    /// - Parameter path: where the mapping is, for messages.
    func read<Value>(
        _ declared: SettingsMapping, path: String, faults: SettingsFaults, _ read: (SettingsFields) -> Value
    ) throws(Diagnostics) -> Value {
        SettingsValidation(faults: faults).check(self, declared, path: path)
        let value = read(SettingsFields(self, declared, path: path, pattern: "", at: location, faults: faults))
        guard faults.isEmpty else { throw Diagnostics(faults.all) }
        return value
    }
}
