import Markdown
import Newsletter
import Testing

@testable import Draft
import Text

/// Wherever a stranger's words go into a draft, they stay words: no markup, no heading, no definition for others.
@Suite struct StrangersWordsTests {
    private static let payloads = [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "x\n\n<script>alert(1)</script>", "<!-- open",
        "<!-- a\n\nb",
        "```\nopen", "~~~\nopen", "- ```\n<script>alert(1)</script>", "<br>\n<script>alert(1)</script>", "# Heading",
        "x\n# Heading",
        "x\n===", "x\n\n---\nx\n---", "[News]: https://evil.example", "x\n\n[News]: https://evil.example\n",
        "[x](javascript:alert(1))", "[x](<javascript:alert(1)>)", "![x](javascript:alert(1))", "<javascript:alert(1)>",
        "\\<script>alert(1)</script>", "`a\n<script>alert(1)</script>`",
        "| a | `b | <script>alert(1)</script> ` |\n|--|--|--|",
        "x\n:-- | :--\n<script>", "<![CDATA[ x", "<?x", "<x:y>", "</ul></div>", "a | b\n:-|:-",
        "> > > > > > > > > > > > > > > x",
        "&lt;script>alert(1)&lt;/script>", "\u{1B}[31m\u{7}", "<<<<<<< ours\nx\n=======\ny\n>>>>>>> theirs",
    ]
    private static let sections = """
        ## News

        * [Old](https://old.example/1)

        ## Events

        ### Europe

        ## Changes

        ## Approved

        ## Testing

        ## Tasks

        ## Speakers

        ## Pick

        ## Quote

        ## Report

        ## Last

        See [News][] and `code`.

        [News]: https://news.example/

        """

    private static let publication: Publication = {
        var publication = Weekly.publication
        publication.sections.append(SectionRule(kind: .triage, headings: ["Report"]))
        return publication
    }()

    private func candidates(_ text: String) throws -> [(place: String, candidate: Candidate)] {
        let url = "https://x.example/1"
        let day = try #require(CalendarDate(iso8601: "2026-03-10"))
        func candidate(
            _ kind: SectionKind, _ content: Entry.Content = .link, title: String = "T", tags: [String] = [],
            facts: [Candidate.Fact] = [], section: String? = nil
        ) -> Candidate {
            Candidate(
                source: "s", kind: kind, section: section, title: title, url: url, tags: tags, content: content,
                facts: facts)
        }
        func event(_ place: String?, _ name: String, _ address: String?) -> Entry.Content {
            .event(
                Event(start: day, end: nil, mode: .hybrid, place: place, organizers: [.init(name: name, url: address)]))
        }
        let pull = Entry.Content.pullRequest(PullRequest(repository: "o/r", number: 1))
        return [
            ("title", candidate(.links, title: text)), ("tag", candidate(.links, tags: [text])),
            ("event's title", candidate(.events, event("Ulm", "A", nil), title: text, section: "Europe")),
            ("event's place", candidate(.events, event(text, "A", nil), section: "Europe")),
            ("organizer", candidate(.events, event("Ulm", text, nil), section: "Europe")),
            ("organizer with a page", candidate(.events, event("Ulm", text, url), section: "Europe")),
            ("organizer's page", candidate(.events, event("Ulm", "A", text), section: "Europe")),
            ("pull request", candidate(.pullRequests, pull, title: text)),
            ("proposal", candidate(.proposals, .proposal(Proposal(stage: .approved, disposition: nil)), title: text)),
            ("disposition", candidate(.proposals, .proposal(Proposal(stage: .approved, disposition: text)))),
            ("testing", candidate(.testing, .callForTesting(CallForTesting(steps: nil)), title: text)),
            ("testing steps", candidate(.testing, .callForTesting(CallForTesting(steps: text)))),
            (
                "task",
                candidate(
                    .participation, .callForParticipation(.init(kind: .project, closes: nil, place: nil, date: nil)),
                    title: text)
            ),
            (
                "call for speakers",
                candidate(
                    .participation, .callForParticipation(.init(kind: .event, closes: day, place: text, date: text)),
                    title: text)
            ),
            ("pick", candidate(.pick, .pick, title: text)),
            ("description", candidate(.pick, .pick, facts: [.signal(.description, text)])),
            ("thanks", candidate(.pick, .pick, facts: [.signal(.thanks, text)])),
            ("nominator", candidate(.pick, .pick, facts: [.signal(.nominatedBy, text), .signal(.post, text)])),
            ("quote", candidate(.quote, .quote(Quote(text: text, attribution: "A")))),
            ("attribution", candidate(.quote, .quote(Quote(text: "Q", attribution: text)))),
            ("report", candidate(.triage, .triage, title: "Full report", facts: [.signal(.text, text)])),
        ]
    }

    @Test(arguments: payloads)
    func stayWords(text: String) throws {
        let rules = SectionRules(Self.publication.sections)
        let header = "Title: Weekly 7\nNumber: 7\nDate: 2026-03-04\n\n"
        let empty = try WorkingDraft(Array((header + Self.sections).utf8), file: "draft/7.md", rules: rules)
        for (place, candidate) in try candidates(text) {
            let placed: WorkingDraft
            do {
                placed = try Placement(into: empty, publication: Self.publication).placing(candidate)
            } catch {
                // What can't be an entry stays outside, which is safe, too.
                continue
            }
            let read = try IssueReader(rules: rules).read(placed.bytes, file: "draft/7.md", parts: [.sections, .body])
            let html = String(decoding: read.body, as: UTF8.self)
            let comment = Comment(rawValue: "\(place): \(placed.body)")
            for mark in [
                "<script", "<img", "<!--", "<?", "<x:y", "<![", "<table", "href=\"javascript", "evil.example\"",
            ] {
                guard mark != "<table" || place != "report" else { continue }
                #expect(!html.contains(mark), comment)
            }
            // The words themselves may name a heading's marks, and a region is opened by none of them.
            #expect(read.headings.map(\.text) == empty.issue.sections.filter { $0.level > 0 }.map(\.title), comment)
            #expect(html.contains("See <a href=\"https://news.example/\">News</a> and <code>code</code>."), comment)
            #expect(html.contains("<a href=\"https://old.example/1\">Old</a>"), comment)
            #expect(!placed.bytes.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F }, comment)
        }
    }

    @Test func keepsOrganizersApart() throws {
        let organizers = [Event.Organizer(name: "Tea | Club", url: "https://x.example/a|b")]
        let event = try Weekly.event(
            "T", "https://x.example/1", on: "2026-03-10", in: "Europe", at: "Ulm, DE", by: organizers)
        let placed = try Placement(into: try Weekly.draft("## Events\n\n### Europe\n"), publication: Weekly.publication)
            .placing(event)
        guard case .event(let read)? = placed.listed.first?.content else {
            Issue.record("no event: \(placed.body)")
            return
        }
        #expect(read.organizers == [Event.Organizer(name: "Tea / Club", url: "https://x.example/a%7Cb")])
    }
}
