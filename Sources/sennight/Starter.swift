internal import Newsletter

/// The files of a new publication.
enum Starter {
    static func files(title: String, url: String, language: String, today: CalendarDate) -> [(
        path: String, text: String
    )] {
        let slug = "first-issue"
        return [
            ("sennight.yaml", settings(title: title, url: url, language: language, today: today)),
            ("content/\(today)-\(slug).md", issue(title: title, today: today)),
            (
                "content/pages/about.md",
                "Title: About\n\n\(title) collects what happened in our community, week by week.\n"
            ),
            (".gitignore", ".sennight/cache/\nsite/\n.site.previous/\n"),
        ]
    }

    private static func settings(title: String, url: String, language: String, today: CalendarDate) -> String {
        """
        title: \(quoted(title))
        url: \(quoted(url))
        description: What happened in our community this week.
        language: \(language)
        timezone: UTC
        calendar:
          every: 1 week
          weekday: \(today.weekday.rawValue)
          deadline: { days: 1, time: "18:00" }
        sections:            # which heading holds what; headings below inherit
          - kind: links
            headings: ["News", "Articles"]
          - kind: events
            headings: ["Events"]
          - kind: pick
            headings: ["Pick of the Week"]
          - kind: quote
            headings: ["Quote of the Week"]

        """
    }

    private static func issue(title: String, today: CalendarDate) -> String {
        let event = today.adding(days: 7) ?? today
        return """
            Title: \(title) 1
            Number: 1
            Date: \(today)

            Welcome to the first issue!

            ## News

            * [The home of this program's ideas](https://this-week-in-rust.org/)

            ## Events

            ### Virtual

            * \(event) | Virtual | [Our group](https://example.org/)
                * [**First meeting**](https://example.org/first-meeting)

            ## Quote of the Week

            > Well begun is half done.

            – [A proverb](https://en.wiktionary.org/wiki/well_begun_is_half_done)

            """
    }

    /// A YAML text in double quotes.
    private static func quoted(_ text: String) -> String {
        "\"" + text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
    }
}
