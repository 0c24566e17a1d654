import Newsletter
import Settings
import Testing

@testable import Publish

@Suite struct AnnouncementTextTests {
    private func text(
        _ template: String? = nil, language: String? = nil, limit: TextLimit = .mastodon(500),
        _ issue: PublishedIssue = PublishFixture.issue(), markup: AnnouncementText.Markup = .plain
    ) throws -> String {
        try AnnouncementText(template: template, language: language, limit: limit, markup: markup)
            .text(for: try PublishFixture.request([], issue: issue))
    }

    private func issue(title: String = "The Weekly 7", _ links: Int, _ events: Int, _ titles: [String] = [])
        -> PublishedIssue
    {
        var issue = PublishFixture.issue(title, highlights: titles)
        issue.highlights.links = links
        issue.highlights.events = events
        return issue
    }

    @Test func saysWhatIsInTheIssue() throws {
        #expect(
            try text() == """
                The Weekly 7

                49 links and 12 events
                • A tour of macros
                • Faster builds

                \(PublishFixture.url)
                """)
    }

    @Test(arguments: [
        (2, 0, "2 links"), (1, 1, "1 link and 1 event"), (0, 3, "3 events"), (0, 0, ""),
    ])
    func leavesOutWhatTheIssueDoesNotHave(links: Int, events: Int, counts: String) throws {
        let paragraphs = ["The Weekly 7", counts, PublishFixture.url].filter { !$0.isEmpty }
        #expect(try text(nil, issue(links, events)) == paragraphs.joined(separator: "\n\n"))
    }

    @Test func speaksTheLanguageOfTheTarget() throws {
        #expect(
            try text("{counts}, {date}: {url}", language: "de")
                == "49 Links und 12 Termine, 30. November 2026: \(PublishFixture.url)")
    }

    @Test func fillsInEveryPlaceholderOnce() throws {
        let issue = issue(title: "{url} & {number}", 1, 0)
        #expect(
            try text("{title}|{number}|{date}|{links}|{events}|{x}|{", issue)
                == "{url} & {number}|7|30 November 2026|1|0|{x}|{")
    }

    @Test func dropsHighlightsThenCountsThenWords() throws {
        let issue = issue(
            title: "One two three", 49, 12, ["The first of the best entries", "The second of the best entries"])
        // The address counts as 23, the blank lines as one each.
        let whole = "One two three\n\n49 links and 12 events\n• The first of the best entries\n"
        let length = whole.count + "• The second of the best entries\n\n".count + 23
        #expect(try text(limit: .mastodon(length), issue).contains("second"))
        #expect(try !text(limit: .mastodon(length - 1), issue).contains("second"))
        #expect(try text(limit: .mastodon(length - 1), issue).contains("first"))
        let bare = "One two three\n\n49 links and 12 events\n\n".count + 23
        #expect(try text(limit: .mastodon(bare), issue).contains("49 links and 12 events"))
        #expect(try text(limit: .mastodon(bare - 1), issue) == "One two three\n\n\(PublishFixture.url)")
        #expect(try text(limit: .mastodon(15 + 23 - 1), issue) == "One two…\n\n\(PublishFixture.url)")
        #expect(try text(limit: .mastodon(6 + 23), issue) == "One…\n\n\(PublishFixture.url)")
        let fault = #expect(throws: StepFault.self) { try text(limit: .mastodon(5 + 23), issue) }
        #expect(fault?.description.contains("28 characters. Shorten 'text:'") == true)
    }

    @Test func cutsNoCharacterInTwo() throws {
        let issue = issue(title: String(repeating: "👩‍👩‍👧‍👦", count: 30), 0, 0)
        let short = try text("{title} {url}", limit: .mastodon(23 + 1 + 11), issue)
        #expect(short == String(repeating: "👩‍👩‍👧‍👦", count: 10) + "… " + PublishFixture.url)
        // A family has 25 bytes.
        let bytes = PublishFixture.url.utf8.count + 1 + 3 + 3 * 25
        let fewer = try text("{title} {url}", limit: TextLimit(characters: 300, bytes: bytes), issue)
        #expect(fewer == String(repeating: "👩‍👩‍👧‍👦", count: 3) + "… " + PublishFixture.url)
    }

    @Test func notifiesNobodyWhoIsInATitle() throws {
        let issue = issue(title: "What @objc\nmeans for Vec<T> and *you*", 0, 0)
        #expect(try text("{title}", issue) == "What @\u{200B}objc means for Vec<T> and *you*")
        #expect(try text("{title}", issue, markup: .markdown) == #"What @\#u{200B}objc means for Vec\<T\> and \*you\*"#)
    }

    @Test(arguments: [
        ("short", 5), ("https://a.example/a/very/long/address/of/some/page", 23), ("see http://a.example.", 28),
        ("(https://a.example/x), ok", 29), ("é👩‍👩‍👧‍👦", 2),
    ])
    func countsAsMastodonDoes(text: String, length: Int) {
        #expect(TextLimit.mastodon(500).length(of: text) == length)
    }

    @Test func refusesATextWithoutTheAddress() {
        let faults = #expect(throws: Diagnostics.self) { try PublishFixture.target("mastodon", "text: Out now!") }
        #expect(faults?.all.map(\.summary) == ["'mastodon.text' doesn't contain {url}"])
    }

    @Test func refusesAnUnknownPlaceholder() {
        let faults = #expect(throws: Diagnostics.self) {
            try PublishFixture.target("mastodon", "text: '{titel} {url}'")
        }
        #expect(faults?.all.map(\.summary) == ["'mastodon.text' has an unknown placeholder '{titel}'"])
        #expect(faults?.all.map(\.remedy) == ["Did you mean '{title}'?"])
    }
}
