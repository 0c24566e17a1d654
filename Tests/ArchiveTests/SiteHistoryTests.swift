import Testing

@testable import Archive

@Suite struct SiteHistoryTests {
    @Test func knowsNothingOfNewSites() {
        #expect(SiteHistory(sections: 2).shares(of: "host:a.example") == [0, 0])
    }

    @Test func isSurerOfSitesWithMoreLinks() {
        var history = SiteHistory(sections: 2)
        history.add(["host:a.example"], section: 1)
        let one = history.shares(of: "host:a.example")
        for _ in 0..<9 { history.add(["host:a.example"], section: 1) }
        let ten = history.shares(of: "host:a.example")
        #expect(one[0] == 0 && ten[0] == 0)
        #expect(0.4 < one[1] && one[1] < 0.6)
        #expect(0.85 < ten[1] && ten[1] < 1)
    }

    @Test func countsRecentLinksMore() {
        var history = SiteHistory(sections: 2)
        for _ in 0..<3 { history.add(["host:a.example"], section: 0) }
        for _ in 0..<2000 { history.add(["host:b.example"], section: 0) }
        history.add(["host:a.example"], section: 1)
        let shares = history.shares(of: "host:a.example")
        #expect(shares[1] > shares[0])
    }

    @Test func addsALinkToEachOfItsSites() {
        var history = SiteHistory(sections: 2)
        history.add(["host:a.example", "place:a.example/ann"], section: 0)
        history.add(["host:a.example", "place:a.example/bob"], section: 1)
        #expect(history.shares(of: "host:a.example").allSatisfy { $0 > 0 })
        #expect(history.shares(of: "place:a.example/ann")[1] == 0)
        #expect(history.shares(of: "place:a.example/bob")[0] == 0)
    }
}
