/// A part of the world that weeklies sort events by.
package enum Continent: String, CaseIterable, Sendable {
    case africa, antarctica, asia, europe
    case northAmerica = "north-america"
    case oceania
    case southAmerica = "south-america"
}

/// A country of ISO 3166-1.
package struct Country: Hashable, Sendable {
    /// Two letters, such as `DE`.
    package let code: String
    /// Three letters, such as `DEU`.
    package let longCode: String
    /// The usual English name.
    package let name: String
    /// The continent under which weeklies list it.
    package let continent: Continent
    /// All continents that it is on; the one under which weeklies list it comes first.
    package var continents: [Continent] { [continent] + (Self.otherContinents[code].map { [$0] } ?? []) }

    /// Finds a country by its two-letter code, in upper case.
    package init?(code: String) {
        guard let country = Self.byCode[code] else { return nil }
        self = country
    }

    /// Finds a country by its code of two or three letters or its English name, ignoring case; `UK` is the United
    /// Kingdom.
    package init?(_ text: String) {
        guard let country = Self.byKey[text.lowercased()] else { return nil }
        self = country
    }

    /// All countries, by code.
    package static let all: [Country] = table.flatMap { continent, lines in
        lines.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ", maxSplits: 2).map(String.init)
            return words.count == 3
                ? Country(code: words[0], longCode: words[1], name: words[2], continent: continent) : nil
        }
    }.sorted { $0.code < $1.code }

    private init(code: String, longCode: String, name: String, continent: Continent) {
        self.code = code
        self.longCode = longCode
        self.name = name
        self.continent = continent
    }

    private static let byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }

    private static let byKey: [String: Country] = {
        var countries: [String: Country] = [:]
        for country in all {
            for key in [country.code, country.longCode, country.name] { countries[key.lowercased()] = country }
        }
        for (other, code) in otherNames { countries[other] = countries[code] }
        return countries
    }()

    private static let otherNames = [
        "uk": "gb", "great britain": "gb", "england": "gb", "scotland": "gb", "wales": "gb", "u.k.": "gb",
        "usa": "us", "u.s.": "us", "u.s.a.": "us", "united states of america": "us", "korea": "kr",
        "republic of korea": "kr", "czech republic": "cz", "türkiye": "tr", "turkiye": "tr", "holland": "nl",
        "the netherlands": "nl", "deutschland": "de", "österreich": "at", "schweiz": "ch", "russian federation": "ru",
        "viet nam": "vn", "ivory coast": "ci", "burma": "mm", "macedonia": "mk", "uae": "ae", "brasil": "br",
        "méxico": "mx", "españa": "es", "italia": "it", "cabo verde": "cv", "swaziland": "sz",
    ]
}
