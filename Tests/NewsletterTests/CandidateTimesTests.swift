import Newsletter
import Testing
import Text

@Suite struct CandidateTimesTests {
    @Test(arguments: [
        (
            "2026-11-08T18:00+01:00 Europe/Madrid", "2026-11-08T20:00+01:00 Europe/Madrid", nil,
            "2026-11-08 18:00–20:00 Europe/Madrid"
        ),
        ("2026-11-08T18:00", nil, nil, "2026-11-08 18:00"), ("2026-11-08", "2026-11-09", nil, "2026-11-08"),
        ("2026-11-08T18:00+01:00 Nowhere/Else", nil, nil, "2026-11-08 18:00"),
        ("2026-11-08T22:00+00:00 UTC", "2026-11-09T01:30+00:00 UTC", nil, "2026-11-08 22:00–01:30 UTC"),
        ("2026-11-08T09:30", "2026-11-10T17:00", "2026-11-10", "2026-11-08 09:30 - 2026-11-10 17:00"),
        ("2026-11-08T09:30", "2026-11-11T02:00", "2026-11-10", "2026-11-08 09:30 - 2026-11-10"),
        ("2026-11-07T18:00", nil, nil, "2026-11-08"), ("soon", nil, nil, "2026-11-08"),
    ])
    func hasTheTimesOfItsSource(start: String, end: String?, last: String?, when: String) throws {
        let day = try #require(CalendarDate(iso8601: "2026-11-08"))
        let event = Event(
            start: day, end: last.flatMap { CalendarDate(iso8601: $0) }, mode: .inPerson, place: "Madrid, ES",
            organizers: [])
        var facts: [Candidate.Fact] = [.signal(.start, start)]
        if let end { facts.append(.signal(.end, end)) }
        let candidate = Candidate(
            source: "club", kind: .events, title: "T", url: nil, content: .event(event), facts: facts)
        guard case .event(let shown) = candidate.withTimes.content else {
            Issue.record("the candidate is no longer an event")
            return
        }
        #expect(shown.when == when)
    }

    @Test func keepsOtherCandidates() {
        let link = Candidate(
            source: "blogs", kind: .links, title: "T", url: nil, facts: [.signal(.start, "2026-11-08T18:00")])
        #expect(link.withTimes == link)
    }
}
