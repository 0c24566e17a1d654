/// The reference of all settings, `Guides/settings.md`, in Markdown.
package struct SettingsGuide {
    private let kinds: [KindDeclaration]

    package init(kinds: [KindDeclaration]) {
        self.kinds = kinds
    }

    package var text: String {
        let parts = section("The top level", "", PublicationKeys.declared) + kinds.flatMap(section(of:))
        return Self.introduction + parts.joined()
    }

    private static let introduction = """
        # Settings

        <!-- Written from the declarations in Sources/Settings, Sources/Collect and Sources/Publish:
        SENNIGHT_UPDATE_GOLDEN=1 swift test --filter SettingsGuide updates it. -->

        All keys of `sennight.yaml`, for people who set up a publication or want to change a setting. The file is YAML, at
        the publication's root; only `title` and `url` are required. `sennight settings` prints the settings that are in
        effect, including defaults. `sennight settings --schema` prints a JSON Schema, with which text editors complete and
        check the file.

        A key that isn't here is an error, so a typo can't go unnoticed. If a list of texts is expected, a single text may be
        written without brackets. In the headings below, `[]` means an item of a list.


        """

    /// A table of the keys of a mapping, and the sections of the mappings in it.
    private func section(_ title: String, _ path: String, _ mapping: SettingsMapping) -> [String] {
        var text =
            "## \(title)\n\n| key | type | default | what it changes | example |\n| --- | --- | --- | --- | --- |\n"
        for setting in mapping.settings { text += row(setting, path) }
        let inner = mapping.settings.flatMap { setting -> [String] in
            guard let mapping = setting.type.mapping else { return [] }
            let path = Self.path(path, setting)
            return section("`\(path)`", path, mapping) + Self.block(of: setting)
        }
        return [text + "\n"] + inner
    }

    private func section(of kind: KindDeclaration) -> [String] {
        guard let list = kind.common.kinds else { return [] }
        let path = "\(list.list)[]"
        return section("`\(path)`: `\(kind.name)`", "\(path).\(kind.name)", kind.keys).enumerated().map {
            index, text in
            guard index == 0, let end = text.firstIndex(of: "\n") else { return text }
            return text[...end] + "\n\(list.verb) \(kind.summary). Besides the keys of every \(list.key):\n"
                + text[text.index(after: end)...]
        }
    }

    private func row(_ setting: Setting, _ path: String) -> String {
        let fallback =
            setting.fallback.map { setting.type.mapping == nil ? code($0) : "see below" } ?? setting.fallbackKey
            .map { "that of `\($0)`" }
            ?? (setting.isRequired ? "required" : "")
        let example = setting.type.mapping == nil ? code(setting.example, after: setting.key + ": ") : ""
        return
            "| `\(setting.key)` | \(type(setting, path)) | \(fallback) |"
            + " \(Self.escaped(setting.summary)) | \(example) |\n"
    }

    private func type(_ setting: Setting, _ path: String) -> String {
        let name = name(of: setting.type)
        guard setting.type.mapping != nil else { return name }
        // The same way as GitHub makes anchors of headings.
        let anchor = Self.path(path, setting).lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" }
        return "[\(name)](#\(anchor))"
    }

    private func name(of type: SettingType) -> String {
        switch type {
        case .text, .possiblyEmptyText: "text"
        case .address: "web address"
        case .repository: "`OWNER/NAME`"
        case .date: "`YYYY-MM-DD`"
        case .secret: "environment variable"
        case .number(let range):
            range.upperBound == Int(Int32.max) ? "number" : "number, \(range.lowerBound) to \(range.upperBound)"
        case .flag: "`true` or `false`"
        case .choice(let choices): choices.map { "`\($0)`" }.joined(separator: ", ")
        case .list(let item):
            switch item {
            case .text, .possiblyEmptyText: "list of texts"
            case .mapping: "list of mappings"
            default: "list: \(name(of: item))"
            }
        case .pairs(let value): "mapping to \(name(of: value))"
        case .mapping: "mapping"
        case .wordOrMapping(let word, _): "`\(word)` or mapping"
        }
    }

    private func code(_ value: SettingValue) -> String { code(value, after: "") }

    private func code(_ value: SettingValue, after key: String) -> String {
        "`" + Self.escaped(key + YAMLText.flow(value)) + "`"
    }

    /// The default of a mapping or of a list of mappings, which has too many lines for a table.
    private static func block(of setting: Setting) -> [String] {
        guard let fallback = setting.fallback else { return [] }
        let lines = YAMLText.lines(of: [(setting.key, fallback)])
        return ["By default:\n\n```yaml\n" + lines.joined(separator: "\n") + "\n```\n\n"]
    }

    private static func escaped(_ text: String) -> String { text.replacing("|", with: "\\|") }

    private static func path(_ path: String, _ setting: Setting) -> String {
        let key = path.isEmpty ? setting.key : "\(path).\(setting.key)"
        if case .list = setting.type { return key + "[]" }
        return key
    }
}
