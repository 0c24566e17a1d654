import Newsletter
import Testing

@testable import Draft

@Suite struct EventSortingTests {
    private func sorted(_ sections: String, regions: [String] = []) throws -> String {
        let once = try EventSorting(regions: regions).sorted(try Weekly.draft(sections))
        #expect(try EventSorting(regions: regions).sorted(once).bytes == once.bytes, "sorted twice")
        return once.body
    }

    private func event(_ day: Int, _ place: String, _ name: String) -> String {
        "* 2026-03-\(day) | \(place) | [A](https://a.example)\n    * [**\(name)**](https://a.example/\(name))\n"
    }

    @Test func sortsByDayThenPlace() throws {
        let (a, b, c) = (event(10, "Bonn, DE", "a"), event(10, "Ulm, DE", "b"), event(12, "Aachen, DE", "c"))
        for order in [[a, b, c], [c, b, a], [b, c, a]] {
            #expect(try sorted("## Events\n\n" + order.joined() + "\nMore!\n") == "## Events\n\n\(a)\(b)\(c)\nMore!\n")
        }
    }

    @Test func sortsByTimeWithinADay() throws {
        func event(_ when: String, _ place: String, _ name: String) -> String {
            "* \(when) | \(place) | [A](https://a.example)\n    * [**\(name)**](https://a.example/\(name))\n"
        }
        let whole = event("2026-03-10", "Ulm, DE", "a")
        let morning = event("2026-03-10 09:30", "Ulm, DE", "b")
        let evening = event("2026-03-10 18:00–20:00 Europe/Berlin", "Bonn, DE", "c")
        #expect(
            try sorted("## Events\n\n\(evening)\(morning)\(whole)") == "## Events\n\n\(whole)\(morning)\(evening)")
    }

    @Test func leavesCommentsAndWordsWhereTheyAre() throws {
        let (a, b, c) = (event(10, "Bonn", "a"), event(11, "Bonn", "b"), event(12, "Bonn", "c"))
        #expect(
            try sorted("## Events\n\n\(c)<!-- here -->\n\(a)\(b)") == "## Events\n\n\(a)<!-- here -->\n\(b)\(c)")
        // Words between two lists head the second one.
        #expect(
            try sorted("## Events\n\n\(c)\(b)\nOnline:\n\n\(a)") == "## Events\n\n\(b)\(c)\nOnline:\n\n\(a)")
    }

    @Test func sortsAFileWithoutAnEnd() throws {
        let (a, b) = (event(10, "Bonn", "a"), event(11, "Bonn", "b"))
        #expect(try sorted("## Events\n\n\(b)\(a.dropLast())") == "## Events\n\n\(a)\(b)")
        #expect(
            try sorted("## Events\n\n### Europe\n\n\(a)\n### Asia\n\n\(b.dropLast())")
                == "## Events\n\n### Asia\n\n\(b)\n### Europe\n\n\(a)")
    }

    @Test func keepsEqualEventsInTheirOrder() throws {
        let text = "## Events\n\n\(event(10, "Bonn", "b"))\(event(10, "Bonn", "a"))"
        #expect(try sorted(text) == text)
    }

    @Test func sortsRegionsAndLeavesTheClosingWords() throws {
        let (a, b, c) = (event(10, "Bonn", "a"), event(11, "Bonn", "b"), event(12, "Bonn", "c"))
        let closing = "\nAdd yours to the [calendar]!\n\n[calendar]: https://c.example\n\n## Jobs\n"
        #expect(
            try sorted("## Events\n\nAll:\n\n### Oceania\n\(a)\n### Virtual\n\n\(b)\n### Asia\n\n\(c)\(closing)")
                == "## Events\n\nAll:\n\n### Virtual\n\n\(b)\n### Asia\n\n\(c)\n### Oceania\n\(a)\(closing)")
        #expect(
            try sorted("## Events\n\n### Asia\n\(a)\n### Moon\n\n\(b)\(closing)", regions: ["Moon", "Asia"])
                == "## Events\n\n### Moon\n\n\(b)\n### Asia\n\(a)\(closing)")
    }

    @Test func movesARegionsOwnWordsWithIt() throws {
        let (a, b) = (event(10, "Bonn", "a"), event(11, "Bonn", "b"))
        #expect(
            try sorted("## Events\n\n### Europe\n\n\(a)\nSee [more](https://m.example).\n\n### Asia\n\n\(b)\nBye!\n")
                == "## Events\n\n### Asia\n\n\(b)\n### Europe\n\n\(a)\nSee [more](https://m.example).\n\nBye!\n")
    }

    @Test func leavesRegionsOfSeveralLevelsAlone() throws {
        let text = "## Events\n\n### Europe\n\n#### Bonn\n\n\(event(10, "Bonn", "a"))\n### Asia\n"
        #expect(try sorted(text) == text)
    }

    @Test func leavesAnEmptyLastRegionItsComment() throws {
        #expect(
            try sorted("## Events\n\n### Europe\n\n### Asia\n<!-- here -->\n\nBye!\n")
                == "## Events\n\n### Asia\n<!-- here -->\n\n### Europe\n\nBye!\n")
    }
}
