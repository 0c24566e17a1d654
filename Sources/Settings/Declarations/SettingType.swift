/// The type of a setting's value.
package indirect enum SettingType: Sendable {
    /// Text of one or several lines, not empty.
    case text
    case possiblyEmptyText
    /// A web address with `https://` or `http://`.
    case address
    /// A repository on a forge: `OWNER/NAME`.
    case repository
    /// A date: `YYYY-MM-DD`.
    case date
    /// The name of an environment variable that holds a secret.
    case secret
    case number(ClosedRange<Int>)
    /// A flag: `true` or `false`.
    case flag
    case choice([String])
    /// A list; a single text, number or choice may be written without the list.
    case list(SettingType)
    /// A mapping whose keys are data rather than settings.
    case pairs(SettingType)
    case mapping(SettingsMapping)
    /// A mapping, or a word that means a certain mapping.
    case wordOrMapping(String, SettingsMapping)

    /// A choice among the raw values of an enumeration.
    package static func choice<Value: RawRepresentable & CaseIterable>(of type: Value.Type) -> SettingType
    where Value.RawValue == String {
        .choice(type.allCases.map(\.rawValue))
    }

    /// Whether a value of this type may be written without the list around it.
    var isScalar: Bool {
        switch self {
        case .list, .pairs, .mapping, .wordOrMapping: false
        default: true
        }
    }

    /// The mapping with the keys of this value or of its items; nil if it has no declared keys.
    package var mapping: SettingsMapping? {
        switch self {
        case .mapping(let mapping), .wordOrMapping(_, let mapping): mapping
        case .list(let item): item.mapping
        default: nil
        }
    }

    /// A valid value of this type.
    var example: SettingValue {
        switch self {
        case .text, .possiblyEmptyText: "text"
        case .address: "https://example.org"
        case .repository: "example/weekly"
        case .date: "2026-12-23"
        case .secret: "WEEKLY_SECRET"
        case .number(let range): .number(range.lowerBound)
        case .flag: true
        case .choice(let choices): .text(choices.first ?? "")
        case .list(let item): .list([item.example])
        case .pairs(let value): .mapping([("key", value.example)])
        case .mapping(let mapping), .wordOrMapping(_, let mapping):
            .mapping(mapping.settings.map { ($0.key, $0.example) })
        }
    }
}
