import Archive
import Newsletter
import Testing

@Suite struct CandidatePoolTests {
    private func event(_ day: Int, _ region: String) -> Candidate {
        Candidate(
            source: "ics", kind: .events, section: region, title: "Evening", url: "https://e.example/1",
            content: .event(
                Event(
                    start: CalendarDate(year: 2026, month: 3, day: day)!, end: nil, mode: .hybrid, place: "Ulm, DE",
                    organizers: [Event.Organizer(name: "Club", url: nil)])),
            facts: [Candidate.Fact("id", "1")])
    }

    private var kinds: [Candidate] {
        [
            Candidate(
                source: "s", kind: .links, title: "A \"quoted\" title", url: "https://a.example/?q=1", tags: ["video"]),
            event(1, "Virtual"), event(1, "Europe"), event(2, "Europe"),
            Candidate(
                source: "s", kind: .pullRequests, title: "P", url: "https://forge.example/o/r/pull/1",
                content: .pullRequest(PullRequest(repository: "o/r", number: 1)), time: 5),
            Candidate(
                source: "s", kind: .proposals, title: "R", url: "https://forge.example/o/p/1",
                content: .proposal(Proposal(stage: .new, disposition: nil))),
            Candidate(
                source: "s", kind: .testing, title: "T", url: "https://forge.example/t",
                content: .callForTesting(CallForTesting(steps: "https://forge.example/t#steps"))),
            Candidate(
                source: "s", kind: .participation, title: "C", url: "https://forge.example/c",
                content: .callForParticipation(
                    CallForParticipation(kind: .project, closes: nil, place: nil, date: nil))),
            Candidate(
                source: "s", kind: .quote, title: "Dee", url: "https://q.example/",
                content: .quote(Quote(text: "Two\nlines", attribution: "Dee"))),
            Candidate(source: "s", kind: .pick, title: "pot", url: "https://p.example/", content: .pick),
        ]
    }

    @Test func readsWhatItWrote() throws {
        var pool = CandidatePool()
        pool.add(kinds)
        let read = try CandidatePool(pool.bytes, file: "f")
        #expect(read.candidates == pool.candidates)
        #expect(read.candidates.count == kinds.count)
        #expect(read.bytes == pool.bytes)
    }

    @Test func sortsItsLinesWhateverTheOrder() {
        var (one, other) = (CandidatePool(), CandidatePool())
        one.add(kinds)
        other.add(kinds.reversed())
        #expect(one.bytes == other.bytes)
        #expect(one.bytes.split(separator: 0x0A).count == kinds.count)
    }

    @Test func keepsWhatASourceForgot() {
        var pool = CandidatePool()
        pool.add([kinds[0]])
        pool.add([kinds[4]])
        #expect(pool.candidates.count == 2)
    }

    @Test func passesOverConflictMarkers() throws {
        var pool = CandidatePool()
        pool.add([kinds[0]])
        let text = "<<<<<<< ours\n" + String(decoding: pool.bytes, as: UTF8.self) + "=======\n>>>>>>> theirs\n"
        #expect(try CandidatePool(Array(text.utf8), file: "f").candidates == pool.candidates)
    }

    @Test func tellsTheLineThatIsNoCandidate() {
        let fault = #expect(throws: Diagnostic.self) { try CandidatePool(Array("\n{}\n".utf8), file: "f.jsonl") }
        #expect(fault?.location?.line == 2)
        #expect(fault?.file == "f.jsonl")
    }
}
