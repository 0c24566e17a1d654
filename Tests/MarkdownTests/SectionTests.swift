import Markdown
import Newsletter
import TestKit
import Testing

@Suite struct SectionTests {
    private let rules = SectionRules([
        SectionRule(kind: .links, headings: ["Community"]), SectionRule(kind: .events, headings: ["Events"]),
        SectionRule(kind: .prose, headings: ["Aside"]),
    ])

    @Test(.timeLimit(.minutes(20))) func isQuickWithManyHeadings() throws {
        let text = "Title: T\nDate: 2025-06-18\n\n" + String(repeating: "# a\n", count: 20_000)
        let sections = try MarkdownTests.read(text).issue.sections
        #expect(sections.last?.id == "a_19999")
    }

    @Test func cutsTheTextAtItsHeadings() throws {
        let marked = MarkedText(
            "Title: T\nDate: 2025-06-18\n\n1️⃣Hello [x](u).\n\n2️⃣# Community\n* [a](a)\n\n3️⃣Setext\n---\n4️⃣## Aside ##\ntext\n5️⃣"
        )
        let sections = try read(marked)
        #expect(sections.map(\.title) == ["", "Community", "Setext", "Aside"])
        #expect(sections.map(\.level) == [0, 1, 2, 2])
        #expect(sections.map(\.kind) == [.prose, .links, .links, .prose])
        #expect(sections.map(\.id) == ["", "community", "setext", "aside"])
        let marks = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣"]
        #expect(sections.map(\.range.bytes) == zip(marks, marks.dropFirst()).map { marked.range($0, $1) })
        #expect(sections.map(\.range.start.line) == [4, 6, 9, 11])
    }

    @Test func leavesAttributesOutOfTitles() throws {
        let sections = try MarkdownTests.read("Title: T\nDate: 2025-06-18\n\n# [Events](#e) {#e}\n# Aside {: .note}\n")
            .issue.sections
        #expect(sections.map(\.title) == ["Events", "Aside"] && sections[0].id == "e")
    }

    @Test func givesAHeadingTheKindOfTheOneAbove() throws {
        let sections = try read(
            MarkedText(
                "Title: T\nDate: 2025-06-18\n\n# Events\n### Europe\n## Asia\n#### Tokyo\n## Aside\n### Deep\n# Other\n"
            ))
        #expect(sections.map(\.kind) == [.events, .events, .events, .events, .prose, .prose, .prose])
    }

    @Test func givesOtherHeadingsTheKindOfAStar() throws {
        let rules = SectionRules([
            SectionRule(kind: .links, headings: ["*"]), SectionRule(kind: .events, headings: ["Events"]),
        ])
        let text =
            "Title: T\nDate: 2025-06-18\n\n# Events\n## Europe\n# Tea\n## Green\n* [A](https://a.example/)\n* b\n"
        let sections = try IssueReader(rules: rules).read(Array(text.utf8), file: "a.md").issue.sections
        #expect(sections.map(\.kind) == [.events, .events, .links, .links])
        #expect(sections.last?.entries.map(\.url) == ["https://a.example/", nil])
    }

    @Test func reachesTheLinksOfHeadings() throws {
        let sections = try read(MarkedText("Title: T\nDate: 2025-06-18\n\n# [Events](u) now\n"))
        #expect(sections.map(\.title) == ["Events now"])
        #expect(sections.first?.entries.map(\.urls) == [["u"]])
    }

    @Test func hasNoSectionsWithoutText() throws {
        #expect(try read(MarkedText("Title: T\nDate: 2025-06-18\n")).isEmpty)
        #expect(try read(MarkedText("Title: T\nDate: 2025-06-18\n\n# Events")).map(\.entries.count) == [0])
    }

    private func read(_ marked: MarkedText) throws -> [Section] {
        try IssueReader(rules: rules).read(marked.bytes, file: "a.md").issue.sections
    }
}

@Suite struct IntroductionTests {
    @Test(arguments: [([SectionRule(kind: .links, headings: [""])], SectionKind.links), ([], .prose)])
    func readsTheTextBeforeTheFirstHeading(rules: [SectionRule], kind: SectionKind) throws {
        let text = "Title: A\nDate: 2026-01-07\n\n* [A](https://a.example/)\n\n## B\n"
        let sections = try IssueReader(rules: SectionRules(rules)).read(Array(text.utf8), file: "a.md").issue.sections
        #expect(sections.map(\.kind) == [kind, .prose])
        #expect(sections[0].entries.map(\.urls) == [["https://a.example/"]])
    }
}
