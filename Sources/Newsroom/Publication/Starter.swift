internal import Newsletter
internal import Text

/// The files of a new publication.
enum Starter {
    static func files(
        title: String, settings: String, words: Localization, today: CalendarDate
    ) -> [(path: String, text: String)] {
        [
            ("sennight.yaml", settings),
            ("content/\(today)-1.md", issue(title: title, words: words, today: today)),
            ("draft/DRAFT_TEMPLATE", template(title: title, words: words)),
            (
                "content/pages/about.md",
                "Title: \(words["starter_about"])\n\n\(words["starter_about_text"])\n"
            ),
            (".gitignore", ".sennight/cache/\nsite/\n.site.previous/\n"),
        ]
    }

    static func settings(title: String, url: String, words: Localization, weekday: Weekday) -> String {
        """
        title: \(quoted(title))
        url: \(quoted(url))
        description: \(quoted(words["starter_description"]))
        language: \(words.language)
        timezone: UTC
        calendar:
          every: 1 week
          weekday: \(weekday.rawValue)
          deadline: { days: 1, time: "18:00" }
        search: true
        sections:            # which heading holds what; headings below inherit
          - kind: links
            headings: ["\(words["starter_news"])", "\(words["starter_articles"])"]
          - kind: events
            headings: ["\(words["starter_events"])"]
          - kind: participation
            calls: events
            headings: ["\(words["starter_calls"])"]
          - kind: pick
            headings: ["\(words["starter_pick"])"]
          - kind: quote
            headings: ["\(words["starter_quote"])"]

        """
    }

    private static func issue(title: String, words: Localization, today: CalendarDate) -> String {
        """
        Title: \(title) 1
        Number: 1
        Date: \(today)

        \(words["starter_welcome"])

        ## \(words["starter_news"])

        * [\(words["starter_link"])](https://example.org/)

        ## \(words["starter_articles"])

        * [\(words["starter_article"])](https://example.org/article)

        ## \(words["starter_events"])

        ### \(words["starter_virtual"])

        * \(today.adding(days: 7) ?? today) | \(words["starter_virtual"]) | [\(words["starter_group"])](https://example.org/)
            * [**\(words["starter_meeting"])**](https://example.org/first-meeting)

        ## \(words["starter_calls"])

        * [**\(words["starter_meeting"])**](https://example.org/speakers) | \(today.adding(days: 14) ?? today) | \(words["starter_virtual"]) | \(today.adding(days: 28) ?? today)

        ## \(words["starter_pick"])

        \(words["draft_pick"].replacing("{link}", with: "[\(words["starter_tool"])](https://example.org/tool)").replacing("{description}", with: ""))

        ## \(words["starter_quote"])

        > \(words["starter_saying"])

        – [\(words["starter_source"])](https://example.org/saying)

        """
    }

    /// The template of drafts: headings without the examples of the first issue.
    private static func template(title: String, words: Localization) -> String {
        let headings = ["news", "articles", "events", "calls", "pick", "quote"].map { words["starter_\($0)"] }
        return """
            Title: \(title) ${issue_number}
            Number: $issue_number
            Date: $issue_date

            \(words["starter_welcome"])

            \(headings.map { "## \($0)\n\n" }.joined())
            """
    }

    /// A YAML text in double quotes.
    private static func quoted(_ text: String) -> String {
        "\"" + text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
    }
}
