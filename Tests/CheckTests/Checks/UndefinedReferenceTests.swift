import Testing

@testable import Check

@Suite struct UndefinedReferenceTests {
    @Test func findsReferencesWithoutADefinition() throws {
        try Checking().expect(
            UndefinedReference.self,
            finds: "# Links\nSubmit [here]1️⃣[guideline]2️⃣ or [there]3️⃣[]4️⃣.\n\n[guidelines]: https://a.org\n")
    }

    @Test func keepsTagsAndDefinedOnes() throws {
        try Checking().expect(
            UndefinedReference.self,
            finds:
                "# Links\n* [audio] [A](https://a.org) [disposition: merge] [b][B]\n* [series][video] [C](https://c.org)\n\n[b]: https://b.org\n"
        )
    }

    @Test func knowsDefinitionsInQuotations() throws {
        try Checking().expect(
            UndefinedReference.self, finds: "# Quote\n> Said.\n>\n> [who]: https://a.org\n\n– [Somebody][who]\n")
    }

    @Test func namesTheNearestDefinition() throws {
        let text = "# Links\nSubmit [here][guideline].\n\n[guidelines]: https://a.org\n"
        #expect(
            try Checking().mended(UndefinedReference.self, text)
                == "# Links\nSubmit [here][guidelines].\n\n[guidelines]: https://a.org\n")
    }

    @Test func offersNoDefinitionOfAnotherWord() throws {
        let text = "# Links\nSubmit [here][guide].\n\n[guidance]: https://a.org\n"
        #expect(try Checking().findings(UndefinedReference.self, text).map(\.fixes) == [[]])
    }

    @Test func findsReferencesOverTwoLines() throws {
        try Checking().expect(UndefinedReference.self, finds: "# Links\n\n[some text]1️⃣[the\nlabel]2️⃣ and more\n")
    }

    @Test func keepsBracketsInNames() throws {
        try Checking().expect(UndefinedReference.self, finds: "# Links\n* Unsafe[Mutable][Raw][Buffer]Pointer\n")
    }
}
