import Testing

@testable import Check

@Suite struct UnusedDefinitionTests {
    @Test func findsDefinitionsThatNothingRefersTo() throws {
        try Checking().expect(
            UnusedDefinition.self, finds: "# Links\nA [b].\n\n[B]: https://b.org\n[1️⃣c2️⃣]: https://c.org\n")
    }

    @Test func keepsReferencesOfEveryForm() throws {
        try Checking().expect(
            UnusedDefinition.self,
            finds:
                "# Links\n[t][a] [b][] [c] ![i][d]\n\n[a]: https://a.org\n[b]: https://b.org\n[c]: https://c.org\n[d]: https://d.org\n"
        )
    }

    @Test func takesTheLineOut() throws {
        #expect(try Checking().mended(UnusedDefinition.self, "# Links\n\n[c]: https://c.org\n") == "# Links\n\n\n")
    }
}
