internal import Newsletter

/// A value of the settings without its location in a file: a default, an example, or the value in effect.
package indirect enum SettingValue: Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([SettingValue])
    case mapping([(key: String, value: SettingValue)])

    package static func texts(_ texts: some Sequence<String>) -> SettingValue { .list(texts.map { .text($0) }) }

    /// The value in a file, read as the declared type.
    init(_ tree: SettingsTree, as type: SettingType) {
        switch (tree.form, type) {
        case (.text(let text), .number): self = Int(text).map { .number($0) } ?? .text(text)
        case (.text(let text), .flag): self = SettingsFields.flag(text).map { .flag($0) } ?? .text(text)
        case (.text(let text), .list(let item)):
            self = .list([SettingValue(.init(.text(text), at: tree.location), as: item)])
        case (.text(let text), _): self = .text(text)
        case (.list(let items), .list(let type)): self = .list(items.map { SettingValue($0, as: type) })
        case (.list(let items), _): self = .list(items.map { SettingValue($0, as: .text) })
        case (.mapping(let members), .pairs(let type)):
            self = .mapping(members.map { ($0.key, SettingValue($0.value, as: type)) })
        case (.mapping(let members), _): self = .mapping(members.map { ($0.key, SettingValue($0.value, as: .text)) })
        }
    }
}

extension SettingValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral text: String) { self = .text(text) }
    package init(integerLiteral number: Int) { self = .number(number) }
    package init(booleanLiteral flag: Bool) { self = .flag(flag) }
    package init(arrayLiteral values: SettingValue...) { self = .list(values) }
    package init(dictionaryLiteral members: (String, SettingValue)...) {
        self = .mapping(members.map { (key: $0.0, value: $0.1) })
    }
}

extension SettingValue {
    /// The value as YAML on one line.
    package var yaml: String { YAMLText.flow(self) }
}
