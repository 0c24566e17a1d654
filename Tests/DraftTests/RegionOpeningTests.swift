import Newsletter
import Testing

@testable import Draft

@Suite struct RegionOpeningTests {
    private func opened(_ region: String, in sections: String, order: [String] = []) throws -> String {
        var publication = Weekly.publication
        publication.regions = order.map { RegionRule(heading: $0) }
        let event = try Weekly.event("Tea", "https://tea.example", on: "2026-03-10", in: region, at: "Ulm, DE")
        return try Placement(into: try Weekly.draft(sections), publication: publication).placing(event).body
    }

    private let event = "* 2026-03-10 | Ulm, DE\n    * [**Tea**](https://tea.example)\n"
    private let one = "* 2026-03-11 | Bonn, DE | [A](https://a.example)\n    * [**A**](https://a.example/1)\n"

    @Test func opensTheFirstBelowTheOpeningWords() throws {
        #expect(
            try opened("Europe", in: "## Events\n\nAll of them:\n\nAdd yours!\n")
                == "## Events\n\nAll of them:\n\n### Europe\n\n\(event)\nAdd yours!\n")
        #expect(try opened("Europe", in: "## Events\n") == "## Events\n\n### Europe\n\n\(event)")
        #expect(
            try opened("Europe", in: "## Events\n## Jobs\n") == "## Events\n\n### Europe\n\n\(event)\n## Jobs\n")
    }

    @Test func opensBelowEventsWithoutARegion() throws {
        #expect(
            try opened("Europe", in: "## Events\n\n\(one)\n## Jobs\n")
                == "## Events\n\n\(one)\n### Europe\n\n\(event)\n## Jobs\n")
    }

    @Test func opensTheLastAboveTheClosingWords() throws {
        let closing = "\nAdd yours to the [calendar]!\n\n[calendar]: https://c.example\n\n## Jobs\n"
        #expect(
            try opened("Europe", in: "## Events\n\n### Asia\n\n\(one)\(closing)")
                == "## Events\n\n### Asia\n\n\(one)\n### Europe\n\n\(event)\(closing)")
        #expect(
            try opened("Europe", in: "## Events\n\n### Asia\n\(closing)")
                == "## Events\n\n### Asia\n\n### Europe\n\n\(event)\(closing)")
    }

    @Test(arguments: [
        ("Africa", [], "### Virtual\n\n### Africa\n\n@\n### Asia\n\n### Oceania\n"),
        ("Europe", [], "### Virtual\n\n### Asia\n\n### Europe\n\n@\n### Oceania\n"),
        ("South America", [], "### Virtual\n\n### Asia\n\n### Oceania\n\n### South America\n\n@"),
        (
            "Europe", ["Virtual", "Europe", "Asia", "Oceania"],
            "### Virtual\n\n### Europe\n\n@\n### Asia\n\n### Oceania\n"
        ),
        ("Moon", ["Virtual", "Asia", "Oceania"], "### Virtual\n\n### Asia\n\n### Oceania\n\n### Moon\n\n@"),
    ])
    func opensAtItsPlace(region: String, order: [String], result: String) throws {
        let body = try opened(region, in: "## Events\n\n### Virtual\n\n### Asia\n\n### Oceania\n", order: order)
        #expect(body == "## Events\n\n" + result.replacing("@", with: event))
    }

    @Test func makesNoHeadingsOfAName() throws {
        let body = try opened("Eu\n# rope*", in: "## Events\n")
        #expect(body == "## Events\n\n### Eu # rope\\*\n\n\(event)")
    }

    @Test func refusesWhereThereIsNoPlaceForEvents() throws {
        let error = #expect(throws: Diagnostic.self) { try opened("Europe", in: "## News\n") }
        #expect(error?.summary == "the draft has no section 'Europe'")
    }
}
