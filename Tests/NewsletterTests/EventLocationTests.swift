import Testing

@testable import Newsletter

@Suite struct EventLocationTests {
    @Test(
        arguments: [
            ("Berlin, DE", "Berlin", nil, "DE"), ("Seattle, WA, US", "Seattle", "WA", "US"),
            ("Portland, OR", "Portland", "OR", "US"), ("Toronto, ON, CA", "Toronto", "ON", "CA"),
            ("Montréal, QC", "Montréal", "QC", "CA"), ("San Francisco, California", "San Francisco", "CA", "US"),
            ("London, UK", "London", nil, "GB"), ("Copenhagen, Dk", "Copenhagen", nil, "DK"),
            ("Melbourne, AUS", "Melbourne", nil, "AU"), ("Tel Aviv, Israel", "Tel Aviv", nil, "IL"),
            ("Milano, MI, IT", "Milano", "MI", "IT"), ("Montevideo, DE, UY", "Montevideo", "DE", "UY"),
            ("Minneapolis, MN US", "Minneapolis", "MN", "US"), ("Boulder, CO", "Boulder", "CO", "US"),
            ("Medellín, CO", "Medellín", nil, "CO"), ("Indianapolis, IN", "Indianapolis", "IN", "US"),
            ("Bengaluru, IN", "Bengaluru", nil, "IN"), ("Chicago, IL, US", "Chicago", "IL", "US"),
            ("Tbilisi, Georgia", "Tbilisi", nil, "GE"), ("Atlanta, Georgia", "Atlanta", "GA", "US"),
            ("Singapore", nil, nil, "SG"), ("Munich, Bavaria, Germany", "Munich", "Bavaria", "DE"),
            ("Seoul, South Korea", "Seoul", nil, "KR"), ("Somewhere", "Somewhere", nil, nil), ("", nil, nil, nil),
            ("Brisbane City, QL", "Brisbane City, QL", nil, nil), (" , ,", nil, nil, nil),
        ] as [(String, String?, String?, String?)])
    func readsPlacesAsWeekliesWriteThem(text: String, city: String?, subdivision: String?, country: String?) {
        let location = EventLocation(place: text)
        #expect(location == EventLocation(city: city, subdivision: subdivision, country: country))
    }

    @Test(
        arguments: [
            ("Seattle", "WA", "us", "Seattle, WA, US"), ("Seattle", "Washington", nil, "Seattle, WA, US"),
            ("Berlin", "Berlin", "Germany", "Berlin, DE"), ("London", "17", "gb", "London, UK"),
            (" Oslo ", "", "NO", "Oslo, NO"), (nil, nil, nil, nil), ("Perth", "WA", "au", "Perth, AU"),
        ] as [(String?, String?, String?, String?)])
    func readsTheFieldsOfServices(city: String?, region: String?, country: String?, text: String?) {
        #expect(EventLocation(city: city, region: region, country: country).text == text)
    }

    @Test func knowsEveryCountryOnce() {
        #expect(Country.all.count > 240)
        #expect(Set(Country.all.map(\.code)).count == Country.all.count)
        #expect(Set(Country.all.map(\.longCode)).count == Country.all.count)
        #expect(Country.all.allSatisfy { $0.code.utf8.count == 2 && $0.longCode.utf8.count == 3 })
    }
}

@Suite struct RegionRuleTests {
    private let rules: [RegionRule] = [
        RegionRule(heading: "Online", isVirtual: true), RegionRule(heading: "Europe", continents: [.europe]),
        RegionRule(heading: "At home", countries: ["DE", "AT"]),
    ]

    @Test func putsHybridEventsUnderTwoHeadings() {
        let berlin = EventLocation(place: "Berlin, DE")
        #expect(rules.headings(for: .inPerson, in: berlin) == ["At home"])
        #expect(rules.headings(for: .virtual, in: berlin) == ["Online"])
        #expect(rules.headings(for: .hybrid, in: EventLocation(place: "Oslo, NO")) == ["Online", "Europe"])
        #expect(rules.headings(for: .inPerson, in: EventLocation(place: "Tokyo, JP")) == [])
        #expect(rules.headings(for: .inPerson, in: EventLocation()) == [])
    }

    @Test func knowsARegionForEveryInhabitedCountry() {
        #expect(Country.all.allSatisfy { RegionRule.byContinent.heading(for: $0) != nil })
    }
}
