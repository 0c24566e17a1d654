package import Text

/// The JSON Schema of the settings, for text editors (https://json-schema.org/draft/2020-12/).
///
/// The schema refuses the same keys and types as the reader; former keys count as unknown.
package struct SettingsSchema {
    private let kinds: [KindDeclaration]

    package init(kinds: [KindDeclaration]) {
        self.kinds = kinds
    }

    package var json: JSONText {
        var members: [(String, JSONText)] = [
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            ("title", .text("The settings of a publication: sennight.yaml")),
        ]
        members += closed(PublicationKeys.declared)
        return .members(members)
    }

    private func closed(_ mapping: SettingsMapping) -> [(String, JSONText)] {
        let required = mapping.settings.filter(\.isRequired).map { JSONText.text($0.key) }
        return [
            ("type", .text("object")),
            ("properties", .members(mapping.settings.map { ($0.key, .members(schema(of: $0))) })),
        ] + (required.isEmpty ? [] : [("required", .list(required))]) + [("additionalProperties", .flag(false))]
    }

    private func schema(of setting: Setting) -> [(String, JSONText)] {
        var members = [("description", JSONText.text(description(of: setting)))] + schema(of: setting.type)
        if let fallback = setting.fallback { members.append(("default", json(fallback))) }
        if setting.type.mapping == nil { members.append(("examples", .list([json(setting.example)]))) }
        return members
    }

    private func description(of setting: Setting) -> String {
        setting.summary + (setting.fallbackKey.map { " By default, that of `\($0)`." } ?? "")
    }

    private func schema(of type: SettingType) -> [(String, JSONText)] {
        switch type {
        // The reader accepts what YAML calls a number or a boolean as text.
        case .text, .secret:
            [("type", .list([.text("string"), .text("number"), .text("boolean")])), ("minLength", .number(1))]
        case .possiblyEmptyText: [("type", .text("string"))]
        case .address: [("type", .text("string")), ("pattern", .text("^https?://[^\\s/?#]+"))]
        case .repository: [("type", .text("string")), ("pattern", .text("^[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$"))]
        case .date: [("type", .text("string")), ("pattern", .text("^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$"))]
        case .number(let range):
            [
                ("type", .text("integer")), ("minimum", .number(range.lowerBound)),
                ("maximum", .number(range.upperBound)),
            ]
        case .flag: [("type", .text("boolean"))]
        case .choice(let choices): [("enum", .list(choices.map { .text($0) }))]
        case .list(let item): schema(ofListOf: item)
        case .pairs(let value):
            [("type", .text("object")), ("additionalProperties", .members(schema(of: value)))]
        case .mapping(let mapping): mapping.kinds.map(item) ?? closed(mapping)
        case .wordOrMapping(let word, let mapping):
            [("anyOf", .list([.members([("const", .text(word))]), .members(closed(mapping))]))]
        }
    }

    private func schema(ofListOf item: SettingType) -> [(String, JSONText)] {
        let list: [(String, JSONText)] = [("type", .text("array")), ("items", .members(schema(of: item)))]
        return item.isScalar ? [("anyOf", .list([.members(schema(of: item)), .members(list)]))] : list
    }

    /// An item whose keys depend on its kind.
    private func item(of list: ItemKinds) -> [(String, JSONText)] {
        let kinds = kinds.filter { $0.common.kinds == list }
        let rules = kinds.map { kind in
            JSONText.members([
                (
                    "if",
                    .members([
                        ("properties", .members([(list.key, .members([("const", .text(kind.name))]))])),
                        ("required", .list([.text(list.key)])),
                    ])
                ),
                ("then", .members(closed(kind.mapping))),
            ])
        }
        return [
            ("type", .text("object")),
            ("properties", .members([(list.key, .members([("enum", .list(kinds.map { .text($0.name) }))]))])),
            ("required", .list([.text(list.key)])), ("allOf", .list(rules)),
        ]
    }

    private func json(_ value: SettingValue) -> JSONText {
        switch value {
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .flag(let flag): .flag(flag)
        case .list(let items): .list(items.map(json))
        case .mapping(let members): .members(members.map { ($0.key, json($0.value)) })
        }
    }
}
