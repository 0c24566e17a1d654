import Address
import Archive
import Context
import Newsletter
import TestKit
import Testing
import Text

/// An archive in memory whose files can be changed.
private final class Shelf: Sendable {
    private let memory = MemoryFiles()

    subscript(path: String) -> String {
        get { memory.text(path) ?? "" }
        set { memory.write(path, newValue) }
    }

    /// How many issues were read since the last time.
    var issuesRead: Int { memory.takeReads().count { $0.hasSuffix(".md") } }

    func corrupt(_ path: String) { memory.write(path, Array((memory.bytes(path) ?? []).dropLast(7))) }

    func reading(_ basis: String = "a") async throws -> ArchiveReader.Reading {
        var publication = Publication(title: "T", address: "https://t.example/")
        publication.sections = [
            SectionRule(kind: .links, headings: ["News"]), SectionRule(kind: .events, headings: ["Events"]),
        ]
        return try await ArchiveReader(
            files: memory.files, publication: publication, root: { $0 }, cache: "cache",
            basis: Fingerprint(.text(basis)),
            jobs: 2
        ).read(now: memory.now)
    }
}

@Suite struct ArchiveIndexTests {
    private func shelf() -> Shelf {
        let shelf = Shelf()
        shelf["content/1.md"] = """
            Title: T 1
            Number: 1
            Date: 2026-01-07

            ## News

            * [One](https://www.one.example/a/?utm_source=x)

            ## Events

            ### Europe

            * 2026-01-20 | Ulm, DE | [Group](https://group.example/)
                * [**Evening**](https://group.example/1)

            """
        shelf["content/2.md"] =
            "Title: T 2\nNumber: 2\nDate: 2026-01-14\n\n## News\n\n* [Uno](http://one.example/a)\n* [Two](https://two.example)\n"
        return shelf
    }

    @Test func findsEachPlaceWhereAnAddressStood() async throws {
        let index = try await shelf().reading().index
        #expect(index.issues.map(\.number) == [1, 2])
        #expect(index.count == 4)
        let found = index.occurrences(of: CanonicalURL("https://one.example/a#top").description)
        #expect(found.map(\.title) == ["One", "Uno"])
        #expect(found.map(\.issue) == [0, 1])
        #expect(found[0].location == SourceLocation(line: 7, column: 1))
        #expect(index.occurrences(of: "https://elsewhere.example/").isEmpty)
    }

    @Test func keepsWhatAnEventIs() async throws {
        let index = try await shelf().reading().index
        let event = try #require(index.records(of: 0).last)
        #expect(event.section == "Europe")
        #expect(event.event?.start == CalendarDate(year: 2026, month: 1, day: 20))
        #expect(event.event?.place == "Ulm, DE")
        #expect(event.event?.organizers == [Event.Organizer(name: "Group", url: "https://group.example/")])
    }

    @Test func readsOneKindAndPassesOverTheOthers() async throws {
        let shelf = shelf()
        shelf["content/1.md"] += "\n## News\n\n* [video] [Three](https://three.example)\n"
        for _ in 0..<2 {
            let index = try await shelf.reading().index
            for kind in [SectionKind.links, .events, .jobs] {
                #expect(index.records(of: 0, kind: kind) == index.records(of: 0).filter { $0.kind == kind })
            }
            #expect(index.records(of: 0, kind: .links).map(\.title) == ["One", "Three"])
            #expect(index.eventPlaces(of: 0).map(\.place) == ["Ulm, DE"])
            #expect(index.eventPlaces(of: 0).map(\.section) == ["Europe"])
        }
    }

    /// Each record is read from where the one before it ends.
    @Test func readsThePlacesOfAllEventsOfAnIssue() async throws {
        let shelf = shelf()
        shelf["content/1.md"] += """

            * 2026-01-21 09:30–11:00 Europe/Berlin | Virtual (Bonn, DE) | [A](https://a.example/), [B](https://b.example/)
                * [**Timed**](https://a.example/1)
            * 2026-01-22 18:00 | Graz, AT | [C](https://c.example/)
                * [**Begins**](https://c.example/1)
            * 2026-01-23 | Bern, CH | [D](https://d.example/)
                * [**Day**](https://d.example/1)

            """
        for _ in 0..<2 {
            let index = try await shelf.reading().index
            #expect(index.eventPlaces(of: 0).map(\.place) == ["Ulm, DE", "Bonn, DE", "Graz, AT", "Bern, CH"])
        }
    }

    private func places(of organizer: String, in index: ArchiveIndex) -> [EventPlaceRecord] {
        var pages: [String: Bool] = [:]
        return index.eventRows(of: organizer).compactMap { index.place($0, of: organizer, knowing: &pages) }
    }

    @Test func findsAnOrganizersEventsByAnyOfItsPages() async throws {
        let shelf = shelf()
        shelf["content/2.md"] +=
            "\n## Events\n\n* 2026-02-20 | Ulm, DE | [Group](http://group.example/events)\n    * [**Late**](https://group.example/2)\n"
        for _ in 0..<2 {
            let index = try await shelf.reading().index
            let page = Event.Organizer(name: "Any", url: "https://www.group.example/events/")
            let key = try #require(OrganizerKey.key(of: page))
            let found = places(of: key, in: index)
            #expect(found.map(\.issue) == [0, 1])
            #expect(found.map(\.location.line) == [13, 12])
            #expect(found.map(\.place) == ["Ulm, DE", "Ulm, DE"])
            #expect(places(of: "other.example", in: index).isEmpty)
            let row = try #require(index.eventRows(of: key).first)
            var pages: [String: Bool] = [:]
            #expect(index.place(row, of: "other.example", knowing: &pages) == nil)
            #expect(index.count == 5)
        }
    }

    @Test(arguments: [
        ("https://www.meetup.com/de-DE/Rust-Berlin/events/123/", "meetup.com/rust-berlin"),
        ("https://luma.com/rust-girona", "luma.com/rust-girona"), ("https://berline.rs/", "berline.rs"),
    ]) func tellsOrganizersByTheirPages(_ url: String, _ key: String) {
        #expect(OrganizerKey.key(of: Event.Organizer(name: "", url: url)) == key)
    }

    @Test func takesTheLastIssuesBeforeADay() async throws {
        let index = try await shelf().reading().index
        let day = try #require(CalendarDate(year: 2026, month: 1, day: 14))
        #expect(index.issues(before: day, last: 6) == 0..<1)
        #expect(index.issues(before: day.adding(days: 1) ?? day, last: 1) == 1..<2)
        #expect(ArchiveIndex.empty.issues(before: day, last: 6).isEmpty)
    }

    @Test func readsOnlyWhatHasChanged() async throws {
        let shelf = shelf()
        _ = try await shelf.reading()
        #expect(shelf.issuesRead == 2)
        let again = try await shelf.reading().index
        #expect(shelf.issuesRead == 0)
        #expect(again.occurrences(of: CanonicalURL("https://one.example/a").description).count == 2)
        shelf["content/2.md"] += "* [Three](https://three.example)\n"
        #expect(try await shelf.reading().index.count == 5)
        #expect(shelf.issuesRead == 1)
    }

    @Test func keepsURLsAsWritten() async throws {
        let shelf = shelf()
        let urls = [
            "https://a.example/b", "http://a.example/b/", "https://www.a.example/c", "http://www.a.example/c/",
            "HTTPS://A.example/d", "https://a.example", "https://a.example/", "https://a.example/e/index.html#x",
            "https://a.example/caf\u{E9}", "https://a.example/cafe\u{301}", "mailto:a@b.example",
        ]
        shelf["content/2.md"] += urls.map { "* [Text](\($0))\n" }.joined()
        for _ in 0..<2 {
            let read = try await shelf.reading().index.records(of: 1).map { Array($0.url.utf8) }
            #expect(read == (["http://one.example/a", "https://two.example"] + urls).map { Array($0.utf8) })
        }
    }

    @Test func hasTheSameRecordsWhenUpdatedAsWhenMadeAnew() async throws {
        let shelf = shelf()
        shelf["content/3.md"] = "Title: T 3\nNumber: 3\nDate: 2026-01-21\n\n## News\n\n* [One](https://one.example/a)\n"
        _ = try await shelf.reading()
        shelf["content/0.md"] =
            "Title: T 0\nNumber: 0\nDate: 2025-12-31\n\n## News\n\n* [Zero](https://one.example/a)\n"
        shelf["content/2.md"] += "* [Two](https://two.example)\n"
        _ = shelf.issuesRead
        let updated = try await shelf.reading().index
        #expect(shelf.issuesRead == 2)
        let new = try await shelf.reading("b").index
        #expect(updated.content == new.content)
        for index in [updated, new, try await shelf.reading("b").index] {
            #expect(index.occurrences(of: "one.example/a").map(\.title) == ["Zero", "One", "Uno", "One"])
            #expect(places(of: "group.example", in: index).map(\.issue) == [1])
            #expect(index.entries(of: 1).map(\.sectionID) == ["news", "europe"])
            #expect(index.outline(of: 1).headings.map(\.title) == ["News", "Events", "Europe"])
        }
    }

    @Test func readsAllAnewForOtherSettingsOrABrokenCache() async throws {
        let shelf = shelf()
        _ = try await shelf.reading()
        _ = shelf.issuesRead
        _ = try await shelf.reading("b")
        #expect(shelf.issuesRead == 2)
        shelf.corrupt("cache")
        #expect(try await shelf.reading("b").index.count == 4)
        #expect(shelf.issuesRead == 2)
    }

    @Test func goesOnPastAFileThatIsNoIssue() async throws {
        let shelf = shelf()
        shelf["content/3.md"] = "No header here.\n"
        let reading = try await shelf.reading()
        #expect(reading.index.issues.count == 2)
        #expect(reading.faults.first?.file == "content/3.md")
    }
}
