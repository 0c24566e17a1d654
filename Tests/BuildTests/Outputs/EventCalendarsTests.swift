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
