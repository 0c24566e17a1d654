internal import Newsletter

/// Reads `regions:`, the headings that events are sorted under.
enum RegionList {
    static let declared = SettingsMapping([
        Setting("heading", .text, "The heading of the region.", required: true, example: "Europe"),
        Setting("virtual", .flag, "Whether online events belong under this heading."),
        Setting(
            "continents", .list(.choice(of: Continent.self)),
            "The continents whose countries belong under this heading.",
            example: ["europe"]),
        Setting(
            "countries", .list(.text),
            "The countries that belong under this heading, by code (ISO 3166-1) or English"
                + " name. They take precedence over continents.",
            example: ["DE", "Austria"]),
    ])

    static func rule(_ fields: SettingsFields) -> RegionRule {
        let isVirtual = fields.flag("virtual")
        let continents = fields.texts("continents").compactMap { Continent(rawValue: $0) }
        let locations = fields.locations("countries")
        var countries: [String] = []
        for (index, text) in fields.texts("countries").enumerated() {
            if let code = Country(text)?.code {
                countries.append(code)
            } else {
                fields.report(
                    "countries", "names an unknown country: '\(text)'",
                    remedy: "Use its ISO 3166-1 code, such as DE, or its English name",
                    at: index < locations.count ? locations[index] : nil)
            }
        }
        if !isVirtual, continents.isEmpty, countries.isEmpty {
            fields.report(
                "this region has no countries",
                remedy: "Write 'virtual: true', 'continents: [europe]' or 'countries: [DE]'"
            )
        }
        return RegionRule(
            heading: fields.text("heading"), isVirtual: isVirtual, continents: continents, countries: countries)
    }

    /// The default regions, for publications whose settings have none.
    static let standard = SettingValue.list(
        RegionRule.byContinent.map { rule in
            rule.isVirtual
                ? ["heading": .text(rule.heading), "virtual": true]
                : ["heading": .text(rule.heading), "continents": .texts(rule.continents.map(\.rawValue))]
        })
}
