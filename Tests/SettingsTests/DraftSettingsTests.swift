import Text
import Newsletter
import Testing
import Text

@Suite struct DraftSettingsTests {
    private static let masthead = "title: W\nurl: https://example.org/\n"

    @Test func readsHowDraftsAreMade() throws {
        let publication = try settings(
            Self.masthead + """
                calendar: { every: week, skip: [2026-12-23, 2026-12-30] }
                draft:
                  template: draft/T
                  file: "{number}.md"
                  pick: "Our pick: {link}"
                  empty-section-texts:
                    - { section: A, text: "*No A.*" }
                    - { section: B, text: "*No B by {groups}.*", groups: [X, "[Y](https://y.example)"] }
                placeholders: { THREAD: discuss, WORK: jobs, SOON: editor }
                look-back: 3
                events: { days: 14 }
                people:
                  - { name: Ann, url: https://ann.example, sections: [News] }
                  - { name: Bob }
                """)
        var rules = DraftRules()
        (rules.template, rules.file, rules.pick) = ("draft/T", "{number}.md", "Our pick: {link}")
        rules.emptySectionTexts = [
            EmptySectionText(section: "A", text: "*No A.*"),
            EmptySectionText(section: "B", text: "*No B by {groups}.*", groups: ["X", "[Y](https://y.example)"]),
        ]
        #expect(publication.draft == rules)
        #expect(publication.placeholders == ["THREAD": .discuss, "WORK": .jobs, "SOON": .editor])
        #expect(publication.lookBack == 3 && publication.eventDays == 14)
        #expect(
            publication.people == [
                Person(name: "Ann", url: "https://ann.example", sections: ["News"]),
                Person(name: "Bob", url: nil, sections: []),
            ])
        #expect(publication.calendar?.skipped.map(\.description).sorted() == ["2026-12-23", "2026-12-30"])
    }

    @Test(arguments: [
        ("draft: { tempalte: x }", "unknown key 'tempalte' in 'draft'. Did you mean 'template'?"),
        ("draft: { file: a/b.md }", "'draft.file' contains a '/'. Set the folder of drafts with 'folders: drafts:'"),
        ("placeholders: { X: jbos }", "'placeholders.X' can't be 'jbos'. Did you mean 'jobs'?"),
        (
            "draft: { empty-section-texts: [ { section: A, text: \"a {groups}\" } ] }",
            "'{groups}' without 'groups:'. Write both or neither"
        ),
        (
            "draft: { empty-section-texts: [ { section: A, text: \"{groups} a\", groups: [X] } ] }",
            "'draft.empty-section-texts[1].text' begins with '{groups}'. Begin the text with words, so that Sennight can recognise it in a draft"
        ),
        (
            "calendar: { every: week, skip: [2026-02-30] }",
            "'calendar.skip[1]' isn't a date: '2026-02-30'. Write the date as YYYY-MM-DD"
        ),
    ])
    func namesTheFault(text: String, fault: String) {
        let found = faults(Self.masthead + text)
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix("error: \(fault)") == true, "\(found)")
    }
}
