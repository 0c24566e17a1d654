import Testing

@testable import Archive

@Suite struct LinkWordsTests {
    private func signs(_ title: String, _ url: String = "https://a.example/", tags: [String] = []) -> [String] {
        LinkWords(title: title, url: url, tags: tags).signs
    }

    @Test(arguments: [
        ("Spindle 0.19 released", ["sign:version"]), ("Is it fast?", ["sign:question"]),
        ("The state of looms in 2023", ["sign:year"]), ("Weaving, part two", ["sign:number"]),
        ("Loom weekly #12", ["sign:number"]), ("Looms and 3000 threads", []), ("Partly woven", []),
    ])
    func noticesWhatATitleLooksLike(title: String, expected: [String]) {
        #expect(signs(title).filter { $0.hasPrefix("sign:") } == expected)
    }

    @Test(arguments: [
        ("https://github.com/ann/loom", "forge:2 parts"),
        ("https://github.com/ann/loom/releases/tag/v1", "forge:releases"),
    ])
    func distinguishesPagesOfForges(url: String, expected: String) {
        #expect(signs("Loom", url).filter { $0.hasPrefix("forge:") } == [expected])
    }

    @Test func hasTheFirstWordAndTheTags() {
        let signs = signs("Announcing Loom", tags: ["Video"])
        #expect(signs.contains("first:announcing") && signs.contains("tag:video"))
        #expect(!signs.contains { $0.hasPrefix("forge:") })
    }

    @Test func distinguishesAuthorsOnSharedHosts() {
        #expect(
            LinkWords(title: "", url: "https://www.shared.example/ann/1", tags: []).sites == [
                "host:shared.example", "place:shared.example/ann",
            ])
        #expect(
            LinkWords(title: "", url: "https://own.example", tags: []).sites == [
                "host:own.example", "place:own.example/",
            ])
    }
}
