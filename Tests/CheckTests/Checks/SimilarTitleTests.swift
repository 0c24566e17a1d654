import Testing

@testable import Check

@Suite struct SimilarTitleTests {
    @Test func findsOneTitleUnderTwoAddresses() throws {
        try Checking().expect(
            SimilarTitle.self,
            finds:
                "# Links\n* [Safe SIMD in Rust, even inside](https://a.org/1)\n* [1️⃣Safe SIMD in Rust -- even inside2️⃣](https://b.org/safe)\n* [3️⃣Safe SIMD in Rust, even inside!4️⃣](https://a.org/simd)\n"
        )
    }

    @Test func keepsPartsOfASeries() throws {
        let title = "Lenses are the right optic for modules"
        try Checking().expect(
            SimilarTitle.self,
            finds:
                "# Links\n* [\(title) I](https://a.org/x)\n* [\(title) III](https://a.org/y)\n* [\(title) (Part Two)](https://a.org/z)\n"
        )
    }

    @Test func keepsPostsOfOneName() throws {
        let (one, two) = ("https://a.org/tour-6d86bc8d6aa3", "https://a.org/tour-976cd4752bb9")
        try Checking().expect(
            SimilarTitle.self, finds: "# Links\n* [A tour of the parser](\(one))\n* [A tour of the parser](\(two))\n")
        try Checking().expect(
            SimilarTitle.self,
            finds:
                "# Links\n* [A tour of the parser](\(one))\n* [1️⃣A tour of the parser2️⃣](https://a.org/my-tour-976cd4752bb9)\n"
        )
    }

    @Test func keepsAdvertisements() throws {
        let text = "# Links\n* [Safe SIMD in Rust, even inside](https://a.org/1)\n"
        try Checking().expect(
            SimilarTitle.self, finds: text + "* [Safe SIMD in Rust, even inside](https://a.org/simd) (sponsored)\n")
    }

    @Test func keepsShortTitlesInAnotherOrder() throws {
        try Checking().expect(
            SimilarTitle.self,
            finds: "# Links\n* [Tea vs coffee](https://a.org/x)\n* [Coffee vs tea](https://b.org/y)\n")
        try Checking().expect(
            SimilarTitle.self,
            finds:
                "# Links\n* [Why tea beats coffee](https://a.org/x)\n* [1️⃣Tea: why beats coffee2️⃣](https://b.org/y)\n")
    }

    @Test func keepsCommentsOnAPage() throws {
        let pull = "https://github.com/o/r/pull/282"
        try Checking().expect(
            SimilarTitle.self,
            finds:
                "# Links\n* [A proposal for syntax](\(pull))\n* [A proposal for syntax](\(pull)#issuecomment-608329102)\n"
        )
        try Checking().expect(
            SimilarTitle.self,
            finds:
                "# Links\n* [A proposal for syntax](\(pull))\n* [1️⃣A proposal for syntax2️⃣](\(pull)#introduction)\n")
    }

    @Test func keepsPagesOfThePublication() throws {
        try Checking().expect(
            SimilarTitle.self,
            finds:
                "# Links\n* [The voids of tea](https://a.org/voids)\n* [The voids of tea](https://example.org/episode/48.html)\n"
        )
    }

    @Test func findsTitlesThatDifferInOneWordOfTen() throws {
        try Checking().expect(
            SimilarTitle.self,
            finds:
                "# Links\n* [How we made our big slow old service ten times faster](https://a.org/1)\n* [1️⃣How we made our big slow old service ten times quicker2️⃣](https://b.org/2)\n"
        )
    }

    @Test func findsTitlesOfTheLastIssues() async throws {
        let checking = try await Checking().after([
            "2025-06-11": "# Links\n* [A tour of the parser](https://a.org/tour)\n"
        ])
        let findings = try checking.findings(SimilarTitle.self, "# Links\n* [A Tour of the Parser](https://b.org/x)\n")
        #expect(findings.map { $0.notes[0].file } == ["content/2025-06-11-weekly.md"])
    }

    @Test func keepsPartsOfASeriesAndTheSameLink() async throws {
        let checking = try await Checking().after([
            "2025-06-11": "# Links\n* [Slint weekly update today](https://a.org/2025-06-09)\n"
        ])
        try checking.expect(
            SimilarTitle.self,
            finds: """
                # Links
                * [Building a search engine in Rust: part 3](https://a.org/three)
                * [Building a search engine in Rust: part 4](https://a.org/four)
                * [News of May 2025 from us](https://a.org/m)
                * [News of June 2025 from us](https://a.org/j)
                * [Slint weekly update today](https://a.org/2025-06-16)
                * [One title of some words](https://c.org/1)
                * [One title of some words](https://c.org/1)
                """)
    }
}
