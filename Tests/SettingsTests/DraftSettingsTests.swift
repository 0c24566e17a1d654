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
                  placeholders: { THREAD: discuss, WORK: jobs }
                  duplicates: 3
                  events: { days: 14, regions: [Virtual, Asia] }
                  pick: "Our pick: {link}"
                  none:
                    - { section: A, text: "*No A.*" }
                    - { section: B, text: "*No B by {groups}.*", groups: [X, "[Y](https://y.example)"] }
                people:
                  - { name: Ann, url: https://ann.example, sections: [News] }
                  - { name: Bob }
                """)
        var rules = DraftRules()
        (rules.template, rules.file, rules.pick) = ("draft/T", "{number}.md", "Our pick: {link}")
        rules.placeholders = ["THREAD": .discuss, "WORK": .jobs]
        (rules.duplicates, rules.eventDays, rules.regions) = (3, 14, ["Virtual", "Asia"])
        rules.none = [
            EmptySectionText(section: "A", text: "*No A.*"),
            EmptySectionText(section: "B", text: "*No B by {groups}.*", groups: ["X", "[Y](https://y.example)"]),
        ]
        #expect(publication.draft == rules)
        #expect(
            publication.people == [
                Person(name: "Ann", url: "https://ann.example", sections: ["News"]),
                Person(name: "Bob", url: nil, sections: []),
            ])
        #expect(publication.calendar?.skipped.map(\.description).sorted() == ["2026-12-23", "2026-12-30"])
    }

    @Test(arguments: [
        ("draft: { tempalte: x }", "unknown key 'tempalte' in 'draft'. Did you mean 'template'?"),
        ("draft: { file: a/b.md }", "a draft's file name has a '/'. Name the folder under 'folders: drafts:'"),
        ("draft: { placeholders: { X: jbos } }", "'draft.placeholders.X' cannot be 'jbos'. Did you mean 'jobs'?"),
        (
            "draft: { none: [ { section: A, text: \"a {groups}\" } ] }",
            "'{groups}' without 'groups:'. Write both or neither"
        ),
        (
            "draft: { none: [ { section: A, text: \"{groups} a\", groups: [X] } ] }",
            "the sentence begins with '{groups}'. Begin it with words, by which it is found again"
        ),
        (
            "calendar: { every: week, skip: [2026-02-30] }",
            "'2026-02-30' isn't a date. Write it as YYYY-MM-DD"
        ),
    ])
    func namesTheFault(text: String, fault: String) {
        let found = faults(Self.masthead + text)
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix("error: \(fault)") == true, "\(found)")
    }
}
