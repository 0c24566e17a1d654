/// Three issues with everything that pages, feeds and calendars are made of.
enum SmallWeekly {
    static let files = [
        "sennight.yaml": settings, "content/first.md": first, "content/second.md": second, "content/third.md": third,
        "content/pages/about.md": "Title: About us\n\nWe are *five*.\n", "content/images/cat.png": "PNG",
        "static/CNAME": "weekly.example.org\n", "theme/style.css": "body {}",
        "draft/next.md": "Title: Weekly 4\nNumber: 4\nDate: 2026-03-18\n\nSoon.\n",
    ]

    static let settings = """
        title: Cats & "Dogs" <Weekly>
        url: https://weekly.example.org/
        description: What cats & dogs did
        author: The editors
        email: editors@example.org
        timezone: America/New_York
        license: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }
        source: https://git.example.org/{file}
        submit: https://git.example.org/pulls
        image: /images/cat.png
        category: Weekly
        calendar: { every: 1 week, weekday: wednesday, deadline: { days: 1, time: "18:00" } }
        feeds: { items: 2 }
        home: { items: 2 }
        redirects: { jobs: https://jobs.example.org/, discuss: { 2: https://forum.example.org/2 } }
        sections:
          - { kind: links, headings: [News] }
          - { kind: events, headings: [Upcoming events] }

        """

    static let first = """
        Title: Weekly 1
        Number: 1
        Date: 2025-12-31
        Category: Beginnings

        The first one.

        """

    static let second = """
        Title: Weekly 2: <Tags> & "Quotes"
        Number: 2
        Date: 2026-03-04

        # News

        * [A link](https://example.org/a?x=1&y=2)

        """

    static let third = """
        Title: Weekly 3
        Number: 3
        Date: 2026-03-11

        Hello <!-- hidden --> readers, see [below](#news) and [us](/pages/about.html). ]]> A cat: ![Cat](/images/cat.png)

        # News

        * [Cats & `Vec<T>`](https://example.org/cats)

        ## Zoë's *corner*

        Some <b>unclosed text.

        # Upcoming events

        ## Virtual

        * 2026-03-12 | Hybrid (Zürich, CH) | [Cat Club](https://example.org/club)
            * [**Purring, loud; and clear**](https://example.org/purr)

        ## Europe

        * 2026-03-12 | Hybrid (Zürich, CH) | [Cat Club](https://example.org/club)
            * [**Purring, loud; and clear**](https://example.org/purr)
        * 2026-03-14 - 2026-03-15 | Köln, DE | [Dogs](https://example.org/dogs)
            * [**Two days of barking**](https://example.org/bark)

        """
}
