import Testing

@testable import Archive

@Suite struct SectionModelTests {
    private let examples = (0..<12).flatMap { number in
        [
            SectionModel.Example(
                title: "Release \(number).\(number) of spindle", url: "https://spindle.example/\(number)", tags: [],
                section: "Projects"),
            SectionModel.Example(
                title: "Thoughts on weaving, part \(number)", url: "https://essays.example/w\(number)", tags: [],
                section: "Thoughts"),
        ]
    }

    @Test func guessesByWordsAndByHost() {
        let model = SectionModel(examples)
        #expect(
            model.guesses(title: "Thoughts on spinning", url: "https://new.example/", tags: []) == [
                "Thoughts", "Projects",
            ])
        #expect(model.guesses(title: "Untold", url: "https://spindle.example/x", tags: []).first == "Projects")
    }

    @Test func saysWhy() {
        let model = SectionModel(examples)
        let reasons = model.reasons(
            for: "Projects", title: "Untold 1.2", url: "https://spindle.example/x", tags: [], count: 9)
        #expect(reasons.contains("host:spindle.example"))
        #expect(reasons.contains("version"))
        #expect(model.reasons(for: "Elsewhere", title: "", url: "", tags: []).isEmpty)
    }

    @Test func guessesTheSameInEveryRun() {
        let (one, other) = (SectionModel(examples), SectionModel(examples))
        for title in ["Weaving", "Spindle", "Nothing of it", ""] {
            #expect(
                one.guesses(title: title, url: "https://x.example", tags: [])
                    == other.guesses(title: title, url: "https://x.example", tags: []))
        }
    }

    @Test func hasNothingToSayWithoutExamples() {
        #expect(SectionModel([]).guesses(title: "A", url: "https://a.example", tags: []).isEmpty)
    }
}
