import Archive
import Newsletter
import Testing
import Text

@Suite struct CandidatePoolTests {
    private func file(_ candidates: Candidate..., resolutions: [Resolution] = []) -> CandidateFile {
        var file = CandidateFile()
        file.add(candidates)
        file.end(resolutions, isWhole: true)
        return file
    }

    private func candidate(
        _ source: String, _ title: String, _ url: String, _ kind: SectionKind = .links, score: Int? = nil
    ) -> Candidate {
        Candidate(
            source: source, kind: kind, title: title, url: url,
            facts: score.map { [.count(.score, $0), .signal(.discussion, "https://\(source).example")] } ?? [])
    }

    @Test func makesOneOfAllThatPointToOneArticle() {
        let pool = CandidatePool([
            file(candidate("news", "So nice", "https://a.example/1?utm_source=x", score: 3)),
            file(
                candidate("blogs", "Own title", "http://www.a.example/1/"), candidate("blogs", "B", "https://b.example")
            ),
        ])
        #expect(pool.candidates.map(\.title) == ["Own title", "B"])
        #expect(pool.candidates[0].facts.first == .count(.score, 3))
    }

    @Test func takesAProposalForWhatItIs() {
        let url = "https://github.com/o/r/pull/1"
        let pool = CandidatePool([
            file(candidate("pulls", "P", url, .pullRequests)), file(candidate("proposals", "P", url, .proposals)),
        ])
        #expect(pool.candidates.map(\.source) == ["proposals"])
    }

    @Test func believesASourceThatStillTellsAnEventAsItWas() throws {
        let day = try #require(CalendarDate(iso8601: "2026-07-08"))
        func event(_ id: String) -> Candidate {
            Candidate(
                source: "s", kind: .events, section: "Europe", title: "Tea", url: "https://tea.example",
                content: .event(Event(start: day, end: nil, mode: .inPerson, place: "Ulm, DE", organizers: [])),
                facts: [.signal(.eventID, id)])
        }
        var one = file(event("1"))
        one.follow([], cancelled: ["1"])
        #expect(CandidatePool([one]).superseded.map(\.reason) == [.cancelled])
        #expect(CandidatePool([one, file(event("2"))]).superseded.isEmpty)
        #expect(CandidatePool([one, file(event("2"))]).candidates.count == 1)
    }

    @Test func leavesOutTasksThatHaveEnded() {
        func resolution(_ url: String) -> Resolution {
            Resolution(source: "tasks", url: url, title: "T", outcome: .closed, time: nil)
        }
        let pool = CandidatePool([
            file(
                candidate("tasks", "One", "https://f.example/1", .participation),
                candidate("tasks", "Two", "https://f.example/2", .participation),
                candidate("tasks", "Three", "https://f.example/3", .proposals),
                resolutions: [resolution("http://f.example/1/"), resolution("https://f.example/3")])
        ])
        #expect(pool.candidates.map(\.title) == ["Two", "Three"])
        #expect(pool.resolutions.count == 2)
    }
}
