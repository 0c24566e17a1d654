package import Newsletter

/// The settings in effect: those in a file, and the defaults of all others.
package struct EffectiveSettings {
    /// The kinds of items, whose keys are declared elsewhere.
    private let kinds: [KindDeclaration]

    package init(kinds: [KindDeclaration]) {
        self.kinds = kinds
    }

    /// The settings as YAML, in the order of the reference. A value that may be a secret written instead of its
    /// variable's name is left out.
    ///
    /// - Throws: a ``Diagnostic`` if the text isn't YAML; other faults aren't reported.
    package func yaml(of text: String, file: String) throws(Diagnostics) -> String {
        let tree = try SettingsText.tree(of: text, file: file)
        return YAMLText.lines(of: members(of: tree, PublicationKeys.declared)).map { $0 + "\n" }.joined()
    }

    private func members(of tree: SettingsTree?, _ mapping: SettingsMapping) -> [(key: String, value: SettingValue)] {
        var written: [String: SettingsTree] = [:]
        if case .mapping(let members)? = tree?.form {
            for member in members { written[member.key] = member.value }
        }
        return mapping.settings.compactMap { setting in
            let effective =
                written[setting.key].map { value(of: $0, setting.type) } ?? setting.fallback
                ?? setting.fallbackKey.flatMap { written[$0] }.map { value(of: $0, setting.type) }
                ?? defaults(of: setting)
            return effective.map { (setting.key, $0) }
        }
    }

    /// The defaults of the keys of a mapping that isn't written.
    private func defaults(of setting: Setting) -> SettingValue? {
        guard case .mapping(let mapping) = setting.type, !mapping.isOptional else { return nil }
        let members = members(of: nil, mapping)
        return members.isEmpty ? nil : .mapping(members)
    }

    private func value(of tree: SettingsTree, _ type: SettingType) -> SettingValue {
        switch (tree.form, type) {
        case (.mapping, .mapping(let mapping)), (.mapping, .wordOrMapping(_, let mapping)):
            .mapping(members(of: tree, declared(for: tree, mapping) ?? mapping))
        case (.list(let items), .list(let item)): .list(items.map { value(of: $0, item) })
        case (.text(let text), .secret): .text(SecretName.isName(text) ? text : "(hidden)")
        default: SettingValue(tree, as: type)
        }
    }

    /// The keys of an item whose keys depend on its kind.
    private func declared(for tree: SettingsTree, _ mapping: SettingsMapping) -> SettingsMapping? {
        guard let list = mapping.kinds, case .mapping(let members) = tree.form,
            case .text(let name)? = members.first(where: { $0.key == list.key })?.value.form
        else { return nil }
        return kinds.first { $0.name == name && $0.common.kinds == list }?.mapping
    }
}
