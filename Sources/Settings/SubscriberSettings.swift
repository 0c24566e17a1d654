internal import Newsletter

/// Reads how people subscribe: `subscribers:`.
enum SubscriberSettings {
    static let declared = SettingsMapping([
        Setting(
            "confirmation-days", .number(1...90), "How many days the link in a confirmation works.",
            default: .number(Publication(title: "", address: "").confirmationDays))
    ])

    static func confirmationDays(_ fields: SettingsFields) -> Int { fields.number("confirmation-days") }
}
