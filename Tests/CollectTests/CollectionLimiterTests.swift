import Newsletter
import Testing

@testable import Collect
import Text

@Suite struct CollectionLimiterTests {
    @Test(arguments: [
        ("tea", 5, "tea"), ("green", 5, "green"), ("greens", 5, "gree…"), ("ééééé", 5, "ééééé"), ("éééééé", 5, "éééé…"),
        ("👩‍👩‍👧‍👦x", 2, "…"), ("", 5, ""), ("🇩🇪🇫🇷🇮🇹", 3, "🇩🇪…"),
    ])
    func cutsBetweenCharacters(text: String, most: Int, cut: String) {
        #expect(text.cut(to: most) == cut)
    }

    @Test func boundsCharactersWithManyMarks() {
        let text = "x" + String(repeating: "\u{301}", count: 100_000)
        #expect(text.cut(to: 10).utf8.count <= 43)
    }

    private func limited(_ change: (inout Candidate) -> Void) -> (candidate: Candidate?, faults: [String]) {
        var candidate = Candidate(source: "s", kind: .links, title: "T", url: "https://a.example/")
        change(&candidate)
        let result = CollectionLimiter.limited(CollectionResult([candidate]), of: "s")
        return (result.candidates.first, result.faults.map(\.description))
    }

    private static let long = String(repeating: "x", count: 40_000)

    @Test func cutsATitleAndSaysSoOnce() {
        let candidates = (0..<3).map { Candidate(source: "s", kind: .links, title: Self.long, url: "https://a/\($0)") }
        let result = CollectionLimiter.limited(CollectionResult(candidates), of: "s")
        #expect(result.candidates.map(\.title.count) == [1000, 1000, 1000])
        #expect(result.faults.map(\.description) == ["s: 'title' was cut at 1000 characters (3 times)"])
        #expect(result.faults.allSatisfy { $0.isCut })
    }

    @Test func keepsWhatIsWithinTheLimits() {
        let (candidate, faults) = limited { $0.title = String(repeating: "é", count: 1000) }
        #expect(candidate?.title.count == 1000)
        #expect(faults.isEmpty)
    }

    @Test func leavesOutWhatHasTooLongAnAddress() {
        let (candidate, faults) = limited { $0.url = "https://a.example/" + Self.long }
        #expect(candidate == nil)
        #expect(faults == ["s: an address is longer than 2000 bytes; its candidate was left out"])
    }

    @Test func cutsFactsButNoAddressAmongThem() {
        let (candidate, faults) = limited { candidate in
            candidate.facts = [.signal(.author, Self.long), .signal(.discussion, "https://a.example/" + Self.long)]
        }
        #expect(candidate?.facts.map(\.value.count) == [1000])
        #expect(
            faults == [
                "s: 'author' was cut at 1000 characters",
                "s: 'discussion' is an address longer than 2000 bytes and was left out",
            ])
    }

    @Test func cutsTagsQuotesAndReports() {
        let tagged = limited { $0.tags = [Self.long] + (0..<40).map { "t\($0)" } }
        #expect(tagged.candidate?.tags.map(\.count).max() == 100 && tagged.candidate?.tags.count == 20)
        #expect(tagged.faults.count == 2)
        let quoted = limited { $0.content = .quote(Quote(text: Self.long, attribution: Self.long)) }
        guard case .quote(let quote)? = quoted.candidate?.content else {
            Issue.record("no quote")
            return
        }
        #expect(quote.text.count == 5000 && quote.attribution?.count == 300)
        let report = limited { candidate in
            candidate.kind = .triage
            candidate.facts = [.signal(.text, Self.long)]
        }
        #expect(report.candidate?.facts.first?.value.count == 30_000)
        let steps = limited { $0.content = .callForTesting(CallForTesting(steps: "https://a.example/" + Self.long)) }
        #expect(steps.candidate?.content == .callForTesting(CallForTesting(steps: nil)))
    }

    @Test func boundsEvents() throws {
        let day = try #require(CalendarDate(iso8601: "2026-07-02"))
        func event(_ id: String, url: String? = nil) -> EventOccurrence {
            EventOccurrence(
                id: id, title: Self.long, url: url, start: .day(day), place: EventLocation(venue: Self.long),
                organizers: (0..<50).map { .init(name: Self.long + "\($0)", url: "https://a/" + Self.long) })
        }
        let result = CollectionLimiter.limited(
            CollectionResult(events: [event("1"), event(Self.long), event("2", url: "https://a/" + Self.long)]), of: "s"
        )
        #expect(result.events.map(\.id) == ["1"])
        let first = try #require(result.events.first)
        #expect(first.title.count == 1000 && first.place.venue?.count == 300)
        #expect(first.organizers.count == 20 && first.organizers.allSatisfy { $0.name.count == 300 && $0.url == nil })
        #expect(result.faults.count == 7, "\(result.faults)")
    }

    @Test func boundsTheNumberOfCandidates() throws {
        let day = try #require(CalendarDate(iso8601: "2026-07-02"))
        let candidates = (0..<4_990).map { Candidate(source: "s", kind: .links, title: "T", url: "https://a/\($0)") }
        let events = (0..<50).map { EventOccurrence(id: "\($0)", title: "T", url: nil, start: .day(day)) }
        let result = CollectionLimiter.limited(CollectionResult(candidates, events: events), of: "s")
        #expect(result.candidates.count == 4_990 && result.events.count == 10)
        #expect(result.faults.map(\.problem) == ["there are more than 5000 candidates; the rest was left out"])
    }

    @Test func countsFaultsOfOneKind() {
        let alike = (0..<50).map {
            SourceFault("isn't a time ('x\($0)')", source: "s", address: "https://a/", field: "item[\($0)].date")
        }
        let others = [SourceFault("is missing", source: "s", address: "https://b/", field: "item[0].date")]
        let result = CollectionLimiter.limited(CollectionResult(faults: alike + others), of: "s")
        #expect(
            result.faults.map(\.description) == [
                "s: https://a/: 'item[0].date' isn't a time ('x0')",
                "s: https://a/: 'item[1].date' isn't a time ('x1')",
                "s: https://a/: 'item[2].date' isn't a time ('x2') (and 47 more like it)",
                "s: https://b/: 'item[0].date' is missing",
            ])
        let servers = (0..<150).map { SourceFault("is missing", source: "s", address: "https://\($0)/") }
        #expect(
            CollectionLimiter.limited(CollectionResult(faults: servers), of: "s").faults.last?.problem
                == "50 more faults aren't listed")
    }
}
