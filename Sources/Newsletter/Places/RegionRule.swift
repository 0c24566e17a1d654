/// A heading for the events of some countries.
package struct RegionRule: Hashable, Sendable {
    package var heading: String
    /// Whether online events belong under this heading.
    package var isVirtual: Bool
    package var continents: [Continent]
    /// Codes of countries. They take precedence over the continents of all rules.
    package var countries: [String]

    package init(heading: String, isVirtual: Bool = false, continents: [Continent] = [], countries: [String] = []) {
        self.heading = heading
        self.isVirtual = isVirtual
        self.continents = continents
        self.countries = countries
    }

    /// Virtual events, and a heading for each continent.
    package static let byContinent = [
        RegionRule(heading: "Virtual", isVirtual: true), RegionRule(heading: "Africa", continents: [.africa]),
        RegionRule(heading: "Antarctica", continents: [.antarctica]), RegionRule(heading: "Asia", continents: [.asia]),
        RegionRule(heading: "Europe", continents: [.europe]),
        RegionRule(heading: "North America", continents: [.northAmerica]),
        RegionRule(heading: "Oceania", continents: [.oceania]),
        RegionRule(heading: "South America", continents: [.southAmerica]),
    ]
}

extension [RegionRule] {
    /// The headings, in the order of an issue.
    package var headings: [String] { map(\.heading) }

    /// The rules whose headings events in a country may be under: several for a country that is on two continents.
    package func rules(for country: Country) -> [RegionRule] {
        let own = filter { $0.countries.contains(country.code) }
        return own.isEmpty ? filter { $0.continents.contains(where: country.continents.contains) } : own
    }

    /// The heading for events in a country.
    package func heading(for country: Country) -> String? {
        let rule = first { $0.countries.contains(country.code) } ?? first { $0.continents.contains(country.continent) }
        return rule?.heading
    }

    /// The headings that an event belongs under: two for a hybrid one.
    package func headings(for mode: Event.Mode, in location: EventLocation) -> [String] {
        let virtual = mode == .inPerson ? nil : first { $0.isVirtual }?.heading
        let local = mode == .virtual ? nil : location.country.flatMap { Country($0) }.flatMap { heading(for: $0) }
        return [virtual, local].compactMap { $0 }
    }
}
