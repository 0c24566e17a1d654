import Testing

@Suite struct EventCalendarsTests {
    @Test func makesACalendarOfAllEventsAndOneOfEachRegion() async throws {
        let weekly = try await MemoryPublication.built(SmallWeekly.files)
        #expect(
            weekly.site.paths.filter { $0.hasSuffix(".ics") } == [
                "events.ics", "events/6e157211753d36399ab1ff51a200c304.ics",
                "events/e2de2ba3729d050e46ad7ec9a362a805.ics", "events/europe.ics", "events/virtual.ics",
            ])
        #expect(weekly.text("events/virtual.ics").contains("X-WR-CALNAME:Cats & \"Dogs\" <Weekly>: Virtual\r\n"))
        #expect(weekly.text("events/virtual.ics").count(of: "BEGIN:VEVENT") == 1)
        #expect(weekly.text("events/europe.ics").count(of: "BEGIN:VEVENT") == 2)
    }

    @Test func namesAHybridEventOnceThoughItStandsInTwoRegions() async throws {
        let calendar = try await MemoryPublication.built(SmallWeekly.files).text("events.ics")
        #expect(calendar.count(of: "SUMMARY:Purring") == 1)
        #expect(calendar.count(of: "BEGIN:VEVENT") == 2)
    }

    @Test func keepsEventsApartThatShareAnAddressOnOtherDays() async throws {
        let weekly = try await MemoryPublication.built([
            "sennight.yaml":
                "title: W\nurl: https://w.example.org/\nsections: [{ kind: events, headings: [Events] }]\n",
            "content/a.md": """
            Title: A
            Date: 2026-01-01

            # Events

            * 2026-01-05 | Bonn | [Club](https://example.org/club)
                * [**Monday**](https://example.org/meeting)
            * 2026-01-06 | Bonn | [Club](https://example.org/club)
                * [**Tuesday**](https://example.org/meeting)

            """,
        ])
        let uids = weekly.text("events.ics").split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
        #expect(uids.count == 2 && Set(uids).count == 2)
        #expect(uids.allSatisfy { $0.hasSuffix("@w.example.org") })
    }

    @Test func keepsTheUIDOfAnEventWhoseTitleChanges() async throws {
        let weekly = try await MemoryPublication.built(SmallWeekly.files)
        let before = weekly.text("events.ics").split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
        weekly.write("content/third.md", SmallWeekly.third.replacing("Two days of barking", with: "Three dogs"))
        try await weekly.build()
        #expect(weekly.text("events.ics").contains("SUMMARY:Three dogs"))
        #expect(weekly.text("events.ics").split(separator: "\r\n").filter { $0.hasPrefix("UID:") } == before)
    }

    /// A new issue would otherwise change the calendars of all events that it lists again.
    @Test(arguments: [
        Listing("listed since January", [1, 2, 3], bonn, bonn, bonn, stamp: "20260101"),
        Listing("listed with a new place in February", [1, 2, 3], bonn, ulm, ulm, stamp: "20260201"),
        Listing("listed with its first place again", [1, 2, 3], bonn, ulm, bonn, stamp: "20260301"),
        Listing("not listed in February", [1, 3], bonn, bonn, bonn, stamp: "20260101"),
    ])
    func stampsAnEventWithTheFirstIssueThatListsItSo(listing: Listing) async throws {
        var files = [
            "sennight.yaml":
                "title: W\nurl: https://w.example.org/\nsections: [{ kind: events, headings: [Events] }]\n"
        ]
        for (month, place) in zip(1..., listing.places) where listing.months.contains(month) {
            files["content/\(month).md"] = """
                Title: Issue \(month)
                Date: 2026-0\(month)-01

                # Events

                * 2026-05-05 | \(place) | [Club](https://example.org/club)
                    * [**Tea**](https://example.org/meeting)
                """
        }
        let weekly = try await MemoryPublication.built(files)
        for path in weekly.site.paths.filter({ $0.hasSuffix(".ics") }) {
            #expect(weekly.text(path).contains("DTSTAMP:\(listing.stamp)T000000Z\r\n"), "\(path)")
        }
    }

    private static let (bonn, ulm) = ("Bonn", "Ulm")

    struct Listing: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let months: [Int]
        let places: [String]
        let stamp: String

        init(_ name: String, _ months: [Int], _ places: String..., stamp: String) {
            (testDescription, self.months, self.places, self.stamp) = (name, months, places, stamp)
        }
    }

    @Test func keepsRegionsApartWhoseNamesHaveNoLatinLetters() async throws {
        let weekly = try await MemoryPublication.built([
            "sennight.yaml":
                "title: W\nurl: https://w.example.org/\nsections: [{ kind: events, headings: [東京, 大阪] }]\n",
            "content/a.md": """
            Title: A
            Date: 2026-01-01

            # 東京

            * 2026-01-05 | 東京 | [Club](https://example.org/tokyo)
                * [**Tokyo**](https://example.org/tokyo/1)

            # 大阪

            * 2026-01-06 | 大阪 | [Club](https://example.org/osaka)
                * [**Osaka**](https://example.org/osaka/1)

            """,
        ])
        let names = weekly.site.paths.filter { $0.hasPrefix("events/") && $0.hasSuffix(".ics") }
            .map { weekly.text($0) }.filter { $0.contains("X-WR-CALNAME:W: 大阪") }
        #expect(names.count == 1)
    }
}
