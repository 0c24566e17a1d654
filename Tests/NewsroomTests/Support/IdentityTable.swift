import Newsletter
import Text

@testable import Archive

/// Pairs of entries that are the same, that are places of one page, and that are different.
enum IdentityTable {
    struct Links: Sendable, CustomStringConvertible {
        var one: String
        var other: String
        var relation: EntryIdentity.Resemblance

        var description: String { "\(relation): \(one) \(other)" }
    }

    struct Events: Sendable, CustomStringConvertible {
        var one: ListedEvent
        var other: ListedEvent
        var relation: EntryIdentity.Resemblance

        var description: String { "\(relation): \(one) \(other)" }
    }

    /// An event in an issue, under `Europe`.
    struct ListedEvent: Sendable {
        var title = "Tea"
        var url: String? = "https://tea.example/1/2"
        var day = "2026-03-10"
        var place = "Ulm, DE"
        var organizer = "Ann"
        var uid: String?

        var candidate: Candidate? {
            guard let start = CalendarDate(iso8601: day) else { return nil }
            let page = "https://\(organizer.lowercased()).example/"
            return Candidate(
                source: "test", kind: .events, section: "Europe", title: title, url: url,
                content: .event(
                    Event(
                        start: start, end: nil, mode: .inPerson, place: place,
                        organizers: [.init(name: organizer, url: page)])),
                facts: uid.map { [.signal(.eventID, $0)] } ?? [])
        }
    }

    struct Quotes: Sendable, CustomStringConvertible {
        var one: ListedQuote
        var other: ListedQuote
        var relation: EntryIdentity.Resemblance

        var description: String { "\(relation): \(one) \(other)" }
    }

    struct ListedQuote: Sendable {
        var text = "Tea is not *only* a drink; it is `what` we agree on when nothing else is left."
        var url = "https://tea.example/1"
        var author = "Ann"

        var candidate: Candidate {
            Candidate(
                source: "test", kind: .quote, title: author, url: url,
                content: .quote(Quote(text: text, attribution: author)))
        }
    }

    static let quotes: [Quotes] = [
        quote(.same, .init(), .init()),
        quote(.same, .init(), .init(url: "http://www.tea.example/1/?utm_source=x")),
        quote(.same, .init(), .init(author: "Ann A.")),
        quote(.same, .init(), .init(text: "Tea is not *only* a drink; it is `what` we agree on.")),
        quote(.same, .init(), .init(text: "tea is not only a drink: it is what we agree on when nothing else is left")),
        quote(.different, .init(), .init(text: "Cake is not *only* food.")),
        quote(.different, .init(), .init(url: "https://tea.example/2")),
        quote(.different, .init(), .init(url: "https://tea.example/1#2")),
    ]

    private static func quote(
        _ relation: EntryIdentity.Resemblance, _ one: ListedQuote, _ other: ListedQuote
    ) -> Quotes {
        Quotes(one: one, other: other, relation: relation)
    }

    static let links: [Links] =
        same.map { Links(one: $0.0, other: $0.1, relation: .same) }
        + samePage.map { Links(one: $0.0, other: $0.1, relation: .samePage) }
        + different.map { Links(one: $0.0, other: $0.1, relation: .different) }

    private static let same = [
        // Scheme, host, port, slashes.
        ("http://a.example/b", "https://a.example/b"),
        ("https://A.example/b", "https://a.example/b"),
        ("https://www.a.example/b", "https://a.example/b"),
        ("https://m.a.example/b", "https://a.example/b"),
        ("https://mobile.a.example/b", "http://www.a.example/b/"),
        ("https://amp.a.example/b", "https://a.example/b"),
        ("https://a.example:443/b", "https://a.example/b"),
        ("http://a.example:80/b", "https://a.example/b"),
        ("https://a.example./b", "https://a.example/b"),
        ("https://ann@a.example/b", "https://a.example/b"),
        ("https://a.example", "https://a.example/"),
        ("https://a.example/b/", "https://a.example/b"),
        ("https://a.example//b", "https://a.example/b"),
        ("https://m\u{FC}nchen.example/b", "https://xn--mnchen-3ya.example/b"),
        ("https://de.m.wikipedia.org/wiki/Tee", "https://de.wikipedia.org/wiki/Tee"),
        // Index pages.
        ("https://a.example/index.html", "https://a.example/"),
        ("https://a.example/b/index.html", "https://a.example/b"),
        ("https://a.example/b/index.htm", "https://a.example/b/"),
        ("https://a.example/index.php?id=2", "https://a.example/?id=2"),
        // Escapes.
        ("https://a.example/caf\u{E9}", "https://a.example/caf%C3%A9"),
        ("https://a.example/caf%c3%a9", "https://a.example/caf%C3%A9"),
        ("https://a.example/%7Eann", "https://a.example/~ann"),
        ("https://a.example/C%2B%2B", "https://a.example/C++"),
        ("https://a.example/a%2Cb%27s", "https://a.example/a,b's"),
        ("https://a.example/%40ann", "https://a.example/@ann"),
        ("https://a.example/?q=caf\u{E9}", "https://a.example/?q=caf%C3%A9"),
        ("https://a.example/?a[]=1", "https://a.example/?a%5B%5D=1"),
        // Parameters.
        ("https://a.example/b?utm_source=x&utm_medium=y", "https://a.example/b"),
        ("https://a.example/b?c=1&fbclid=2", "https://a.example/b?c=1"),
        ("https://a.example/b?c=1&d=2", "https://a.example/b?d=2&c=1"),
        ("https://a.example/b?", "https://a.example/b"),
        ("https://a.example/b;jsessionid=0A1B", "https://a.example/b"),
        // Fragments that lead to the page.
        ("https://a.example/b#", "https://a.example/b"),
        ("https://a.example/b#top", "https://a.example/b"),
        ("https://a.example/b#content", "https://a.example/b"),
        ("https://a.example/b#readme", "https://a.example/b"),
        ("https://a.example/b#comments", "https://a.example/b"),
        ("https://a.example/b#respond", "https://a.example/b#Top"),
        ("https://a.example/b#:~:text=tea%20time", "https://a.example/b"),
        ("https://a.example/b#c:~:text=tea", "https://a.example/b#c"),
        ("https://a.example/b#utm_source=feed", "https://a.example/b"),
        ("https://a.example/b#caf\u{E9}", "https://a.example/b#caf%C3%A9"),
        // Videos.
        ("https://youtu.be/abc", "https://www.youtube.com/watch?v=abc"),
        ("https://youtu.be/abc?si=x&t=30", "https://youtube.com/watch?v=abc"),
        ("https://www.youtube.com/watch?v=abc&t=30s", "https://www.youtube.com/watch?v=abc"),
        ("https://www.youtube.com/watch?v=abc&list=PL1&index=2", "https://www.youtube.com/watch?v=abc"),
        ("https://www.youtube.com/watch?list=PL1&v=abc", "https://youtu.be/abc?list=PL1"),
        ("https://www.youtube.com/shorts/abc", "https://www.youtube.com/watch?v=abc"),
        ("https://www.youtube.com/embed/abc?start=5", "https://m.youtube.com/watch?v=abc"),
        ("https://www.youtube.com/live/abc?feature=share", "https://www.youtube-nocookie.com/embed/abc"),
        ("https://www.youtube.com/watch?v=abc#t=30", "https://www.youtube.com/watch?v=abc"),
        ("https://www.youtube.com/embed/videoseries?list=PL1", "https://www.youtube.com/playlist?list=PL1"),
        ("https://player.vimeo.com/video/1", "https://vimeo.com/1#t=20s"),
        // Forums and networks.
        ("https://www.reddit.com/r/rust/comments/1a2b/some_title/", "https://www.reddit.com/r/rust/comments/1a2b/"),
        ("https://redd.it/1a2b", "https://www.reddit.com/r/rust/comments/1a2b/some_title/?utm_name=x"),
        ("https://old.reddit.com/r/rust/comments/1a2b", "https://new.reddit.com/r/Rust/comments/1a2b/other_title"),
        ("https://reddit.com/comments/1a2b", "https://np.reddit.com/r/rust/comments/1a2b/t?sort=new"),
        ("https://www.reddit.com/r/Rust/", "https://old.reddit.com/r/rust"),
        ("https://www.reddit.com/r/rust/comments/1a2b/t/c3d4/", "https://reddit.com/r/rust/comments/1a2b/comment/c3d4"),
        ("https://twitter.com/ann/status/1?s=20", "https://x.com/Ann/status/1"),
        ("https://x.com/i/web/status/1", "https://mobile.twitter.com/ann/status/1/photo/1"),
        ("https://news.ycombinator.com/item?id=1&p=2", "https://news.ycombinator.com/item?id=1"),
        ("https://lobste.rs/s/abc123/some_title", "https://lobste.rs/s/abc123"),
        ("https://stackoverflow.com/questions/1/some-title", "https://stackoverflow.com/q/1"),
        ("https://stackoverflow.com/questions/1/some-title/2#2", "https://stackoverflow.com/a/2"),
        ("https://users.a.example/t/some-title/123", "https://users.a.example/t/123"),
        ("https://users.a.example/t/some-title/123/1?u=ann", "https://users.a.example/t/new-title/123"),
        ("https://medium.com/@ann/some-title-0123456789ab", "https://medium.com/p/0123456789ab"),
        (
            "https://ann.medium.com/some-title-0123456789ab",
            "https://medium.com/@ann/some-title-0123456789ab?source=rss"
        ),
        // Forges and registries.
        ("https://github.com/Owner/Project", "https://github.com/owner/project"),
        ("https://github.com/Owner/project/issues/1", "https://github.com/owner/Project/issues/1"),
        ("https://github.com/o/r.git", "https://github.com/o/r"),
        ("https://github.com/o/r#readme", "https://github.com/o/r"),
        ("https://github.com/o/r?tab=readme-ov-file#readme", "https://github.com/o/r"),
        ("https://github.com/o/r/pull/12/files", "https://github.com/o/r/pull/12"),
        ("https://github.com/O/R/pull/12/commits/abcdef", "https://www.github.com/o/r/pull/12/"),
        ("https://gist.github.com/ann/0123456789abcdef0123", "https://gist.github.com/0123456789abcdef0123"),
        ("https://gitlab.com/O/r/-/merge_requests/1/diffs", "https://gitlab.com/o/r/merge_requests/1"),
        ("https://codeberg.org/O/r/pulls/1/files", "https://codeberg.org/o/r/pulls/1"),
        ("https://crates.io/crates/Tea_Time", "https://crates.io/crates/tea-time"),
        ("https://docs.rs/tea-time/latest/tea_time/", "https://docs.rs/tea-time"),
        ("https://pypi.org/project/Tea_Time/", "https://pypi.org/project/tea-time"),
        // Papers.
        ("https://arxiv.org/pdf/2401.00001", "https://arxiv.org/abs/2401.00001"),
        ("https://arxiv.org/pdf/2401.00001v2.pdf", "http://arxiv.org/abs/2401.00001v1"),
        ("https://arxiv.org/html/2401.00001v3", "https://doi.org/10.48550/arXiv.2401.00001"),
        ("https://arxiv.org/abs/cs.PL/0102001v2", "https://export.arxiv.org/pdf/cs.PL/0102001"),
        ("https://dx.doi.org/10.1000/ABC", "https://doi.org/10.1000/abc"),
        ("https://dl.acm.org/doi/pdf/10.1145/1.2", "https://dl.acm.org/doi/10.1145/1.2"),
        // Others.
        ("https://www.meetup.com/de-DE/Rust-Ulm/events/1/", "https://www.meetup.com/rust-ulm/events/1?eventOrigin=x"),
        ("https://lu.ma/abc", "https://luma.com/abc"),
        ("https://www.eventbrite.de/e/tea-tickets-123?aff=x", "https://www.eventbrite.com/e/123"),
        ("https://open.spotify.com/intl-de/episode/1?si=x", "https://open.spotify.com/episode/1"),
        ("https://docs.google.com/document/d/1/edit?usp=sharing", "https://docs.google.com/document/d/1/view"),
        ("https://www.amazon.com/Tea-Book/dp/0123456789/ref=sr_1", "https://amazon.com/dp/0123456789"),
    ]

    private static let samePage = [
        ("https://a.example/changes#v2", "https://a.example/changes#v3"),
        ("https://a.example/changes", "https://a.example/changes#v3"),
        ("https://a.example/changes#top", "https://a.example/changes#v3"),
        ("https://www.a.example/podcast/#12", "http://a.example/podcast#13"),
        ("https://a.example/b#Intro", "https://a.example/b#intro"),
        ("https://a.example/b#comment-5", "https://a.example/b#comments"),
        ("https://a.example/b?c=1#d", "https://a.example/b?c=1"),
        ("https://a.example/b#c:~:text=tea", "https://a.example/b#:~:text=tea"),
        ("https://github.com/o/r/pull/12#issuecomment-1", "https://github.com/o/r/pull/12"),
        ("https://github.com/o/r/issues/1#issuecomment-1", "https://github.com/o/r/issues/1#issuecomment-2"),
        ("https://github.com/O/r#install", "https://github.com/o/r#readme"),
        ("https://de.wikipedia.org/wiki/Tee#Anbau", "https://de.m.wikipedia.org/wiki/Tee"),
        ("https://lobste.rs/s/abc123/some_title#c_1", "https://lobste.rs/s/abc123"),
        ("https://docs.google.com/spreadsheets/d/1/edit#gid=1", "https://docs.google.com/spreadsheets/d/1/edit#gid=2"),
        ("https://a.example/index.html#c", "https://a.example/"),
        ("https://a.example/b#caf%C3%A9", "https://a.example/b#cafe"),
    ]

    private static let different = [
        ("https://a.example/b", "https://a.example/c"),
        ("https://a.example/b", "https://a.example/B"),
        ("https://a.example/b", "https://b.example/b"),
        ("https://a.example/b", "https://blog.a.example/b"),
        ("https://a.example:8080/b", "https://a.example/b"),
        ("https://m.example/b", "https://example/b"),
        ("https://a.example/b?page=1", "https://a.example/b?page=2"),
        ("https://a.example/b?page=1", "https://a.example/b"),
        ("https://a.example/?q=a%26b=c", "https://a.example/?q=a&b=c"),
        ("https://a.example/a%2Fb", "https://a.example/a/b"),
        ("https://a.example/cafe", "https://a.example/caf%C3%A9"),
        ("https://app.a.example/#/b", "https://app.a.example/#/c"),
        ("https://app.a.example/#!b", "https://app.a.example/"),
        ("https://a.example/index.html", "https://a.example/main.html"),
        ("https://a.example/index.html/b", "https://a.example/b"),
        ("https://www.youtube.com/watch?v=abc", "https://www.youtube.com/watch?v=abC"),
        ("https://www.youtube.com/watch?v=abc&list=PL1", "https://www.youtube.com/playlist?list=PL1"),
        ("https://www.youtube.com/@ann", "https://www.youtube.com/@bob"),
        ("https://www.reddit.com/r/rust/comments/1a2b/t/", "https://www.reddit.com/r/rust/comments/1a2c/t/"),
        ("https://www.reddit.com/r/rust/comments/1a2b/t/", "https://www.reddit.com/r/rust/comments/1a2b/t/c3d4/"),
        ("https://www.reddit.com/r/rust", "https://www.reddit.com/r/swift"),
        ("https://v.redd.it/1a2b", "https://redd.it/1a2b"),
        ("https://x.com/ann/status/1", "https://x.com/ann/status/2"),
        ("https://x.com/ann", "https://x.com/ann/status/1"),
        ("https://news.ycombinator.com/item?id=1", "https://news.ycombinator.com/item?id=2"),
        ("https://stackoverflow.com/q/1", "https://stackoverflow.com/a/1"),
        ("https://stackoverflow.com/q/1", "https://unix.stackexchange.com/q/1"),
        ("https://users.a.example/t/some-title/123", "https://users.a.example/t/some-title/123/4"),
        ("https://users.a.example/t/123", "https://internals.a.example/t/123"),
        ("https://medium.com/@ann/some-title-0123456789ab", "https://medium.com/@ann/some-title-0123456789ac"),
        ("https://github.com/o/r/pull/12", "https://github.com/o/r/pull/13"),
        ("https://github.com/o/r/pull/12", "https://github.com/o/s/pull/12"),
        ("https://github.com/o/r/issues/12", "https://github.com/o/r/pull/12"),
        ("https://github.com/o/r/blob/main/A.md", "https://github.com/o/r/blob/main/a.md"),
        ("https://github.com/o/r/tree/main/index.html", "https://github.com/o/r/tree/main"),
        ("https://github.com/o/r/releases/tag/v1", "https://github.com/o/r/releases/tag/V1"),
        ("https://github.com/o/r?tab=MIT-1-ov-file", "https://github.com/o/r"),
        ("https://github.com/o", "https://github.com/o/r"),
        ("https://gitlab.com/o/r/-/merge_requests/1", "https://gitlab.com/o/r/-/issues/1"),
        ("https://crates.io/crates/tea", "https://crates.io/crates/teas"),
        ("https://docs.rs/tea/1.0.0/tea/", "https://docs.rs/tea/latest/tea/"),
        ("https://docs.rs/tea/latest/tea/struct.Cup.html", "https://docs.rs/tea"),
        ("https://arxiv.org/abs/2401.00001", "https://arxiv.org/abs/2401.00002"),
        ("https://arxiv.org/list/cs.PL/recent", "https://arxiv.org/abs/cs.PL/0102001"),
        ("https://www.meetup.com/rust-ulm/events/1", "https://www.meetup.com/rust-ulm/events/2"),
        ("https://www.eventbrite.com/e/tea-tickets-123", "https://www.eventbrite.com/e/tea-tickets-124"),
        ("https://docs.google.com/document/d/1/edit", "https://docs.google.com/document/d/2/edit"),
        ("https://a.example/t/shirts", "https://a.example/t/mugs"),
    ]

    static let events: [Events] = [
        // With a URL: by URL and day.
        event(.same, .init(), .init(title: "Tea and cake")),
        event(.same, .init(), .init(url: "http://www.tea.example/1/2/?utm_source=x")),
        event(.same, .init(uid: "1@tea"), .init(uid: "2@tea")),
        event(.same, .init(place: "Ulm, DE"), .init(place: "Neu-Ulm, DE")),
        event(.different, .init(), .init(day: "2026-03-11")),
        event(.different, .init(uid: "1@tea"), .init(day: "2026-03-11", uid: "1@tea")),
        event(.different, .init(), .init(url: "https://tea.example/1/3")),
        event(.different, .init(url: "https://tea.example/1#a"), .init(url: "https://tea.example/1#b")),
        // A group's page.
        event(
            .different, .init(url: "https://www.meetup.com/tea"),
            .init(title: "Cake", url: "https://www.meetup.com/tea")),
        event(.same, .init(url: "https://www.meetup.com/tea"), .init(url: "https://www.meetup.com/Tea/")),
        event(
            .different, .init(url: "https://tea.example/events/"),
            .init(title: "Cake", url: "https://tea.example/events")),
        // Without a URL.
        event(.same, .init(url: nil), .init(url: nil)),
        event(.same, .init(url: nil, uid: "1@tea"), .init(url: nil, uid: "1@tea")),
        event(.same, .init(title: "Tea!", url: nil), .init(title: "tea", url: nil)),
        event(.different, .init(url: nil), .init(url: nil, place: "Bern, CH")),
        event(.different, .init(url: nil), .init(url: nil, organizer: "Bob")),
        event(.different, .init(url: nil), .init(title: "Cake", url: nil)),
        event(.different, .init(url: nil, uid: "0"), .init(url: nil, day: "2026-03-11", uid: "0")),
        event(.different, .init(url: nil), .init()),
    ]

    private static func event(
        _ relation: EntryIdentity.Resemblance, _ one: ListedEvent, _ other: ListedEvent
    ) -> Events {
        Events(one: one, other: other, relation: relation)
    }
}
