internal import Newsletter

/// Reads `regions:`, a list of `- heading: Europe` with `virtual: true`, `continents:` and `countries:`.
enum RegionList {
    static func regions(_ node: SettingsNode) -> [RegionRule] {
        node.items.compactMap { item in
            item.allow("heading", "virtual", "continents", "countries")
            guard let heading = item["heading"].requiredText else { return nil }
            let isVirtual = item["virtual"].choice(of: TruthValue.self) == .true
            let continents = item["continents"].items.compactMap { $0.choice(of: Continent.self) }
            let countries = item["countries"].items.compactMap { country -> String? in
                guard let text = country.text else { return nil }
                if let code = Country(text)?.code { return code }
                country.report(
                    "unknown country '\(text)'", remedy: "Use two letters of ISO 3166-1, such as DE, or an English name"
                )
                return nil
            }
            if !isVirtual, continents.isEmpty, countries.isEmpty {
                item.report(
                    "a region without a place",
                    remedy: "Write 'virtual: true', 'continents: [europe]' or 'countries: [DE]'")
            }
            return RegionRule(heading: heading, isVirtual: isVirtual, continents: continents, countries: countries)
        }
    }

    private enum TruthValue: String, CaseIterable {
        case `true`, `false`
    }
}
