import Newsletter
import Testing

@Suite struct RegionSettingsTests {
    private static let masthead = "title: W\nurl: https://example.org/\n"

    @Test func readsRegions() throws {
        let read = try settings(
            Self.masthead
                + "regions:\n  - { heading: Online, virtual: true }\n  - { heading: Here, continents: [south-america], countries: [Mexico] }\n"
        )
        #expect(
            read.regions == [
                RegionRule(heading: "Online", isVirtual: true),
                RegionRule(heading: "Here", continents: [.southAmerica], countries: ["MX"]),
            ])
        #expect(try settings(Self.masthead).regions == RegionRule.byContinent)
    }

    @Test(arguments: [
        ("- { heading: A }", "4:3: error: this region has no countries"),
        (
            "- { heading: A, countries: [Narnia] }",
            "4:29: error: 'regions[1].countries' names an unknown country: 'Narnia'"
        ),
        ("- { heading: A, continents: [erope] }", "4:30: error: 'regions[1].continents[1]' can't be 'erope'"),
    ])
    func namesFaults(line: String, fault: String) throws {
        let found = faults(Self.masthead + "regions:\n" + line)
        #expect(found.first?.hasPrefix("sennight.yaml:" + fault) == true, "\(found)")
    }
}
