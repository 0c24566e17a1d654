/// A small publication in a temporary folder, with one issue and a draft.
package struct WeeklyFolder {
    package let scratch: ScratchFolder

    package static let settings = """
        title: Weekly
        url: https://weekly.example/
        timezone: UTC
        calendar: { every: 1 week, deadline: { days: 1, time: "18:00" } }
        people: [ { name: Ann, sections: [News] }, { name: Bob, sections: [Events, "news:"] } ]
        placeholders: { THREAD: discuss }
        draft:
          empty-section-texts: [ { section: Approved, text: "* *Nothing was approved.*" } ]
        sections:
          - { kind: links, headings: [News] }
          - { kind: events, headings: [Events] }
          - { kind: proposals, headings: [Approved] }
          - { kind: participation, calls: events, headings: [Speakers] }
          - { kind: pick, headings: [Pick] }
          - { kind: quote, headings: [Quote] }

        """

    package static let sections = """
        ## News

        ### Here

        ### There

        ## Events

        ### Europe

        * 2999-03-12 | Ulm, DE | [Club](https://club.example)
            * [**Tea**](https://club.example/tea)

        ## Approved

        ## Speakers

        ## Pick

        ## Quote

        """

    package static let draft = "Title: Weekly 7\nNumber: 7\nDate: 2999-03-10\n\n" + sections

    package init(draft: String? = Self.draft) throws {
        scratch = try ScratchFolder()
        try scratch.write("sennight.yaml", Self.settings)
        try scratch.write(
            "content/6.md",
            "Title: Weekly 6\nNumber: 6\nDate: 2999-03-03\n\n## News\n\n### Here\n\n* [Old](https://old.example/1)\n")
        if let draft { try scratch.write("draft/7.md", draft) }
    }

    /// The draft's text after its header.
    package var body: String {
        get throws {
            let text = try scratch.text("draft/7.md")
            return String(text[(text.firstRange(of: "\n\n")?.upperBound ?? text.endIndex)...])
        }
    }

    package var decisions: String {
        get throws {
            scratch.exists("decisions/7.jsonl") ? try scratch.text("decisions/7.jsonl") : ""
        }
    }
}
