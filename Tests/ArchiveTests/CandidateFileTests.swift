import Archive
import Newsletter
import Testing
import Text

@Suite struct CandidateFileTests {
    private func event(_ day: Int, _ region: String) -> Candidate {
        Candidate(
            source: "ics", kind: .events, section: region, title: "Evening", url: "https://e.example/1",
            content: .event(
                Event(
                    start: CalendarDate(year: 2026, month: 3, day: day)!, end: nil, mode: .hybrid, place: "Ulm, DE",
                    organizers: [Event.Organizer(name: "Club", url: nil)])),
            facts: [.signal(.eventID, "1")])
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
        var file = CandidateFile()
        file.add(kinds)
        let read = try CandidateFile(file.bytes, file: "f")
        #expect(read.candidates == file.candidates)
        #expect(read.candidates.count == kinds.count)
        #expect(read.bytes == file.bytes)
    }

    @Test func writesALineEachWithItsMembersInOrder() {
        var file = CandidateFile()
        var call = kinds[7]
        call.content = .callForParticipation(
            CallForParticipation(
                kind: .event, closes: CalendarDate(year: 2026, month: 3, day: 9), place: "Ulm", date: "2026-05"))
        var cancelled = event(1, "Europe")
        cancelled.url = "https://e.example/2"
        file.add([kinds[0], call, event(2, "Europe"), kinds[4], kinds[5], kinds[6], kinds[8], cancelled])
        file.follow([], cancelled: ["1"])
        file.add([event(3, "Europe")])
        file.end(
            [Resolution(source: "s", url: "https://z.example", title: "Z", outcome: .closed, time: 7)], isWhole: true)
        file.total = Total(source: "s", count: 2, url: "https://forge.example/search")
        #expect(
            String(decoding: file.bytes, as: UTF8.self) == #"""
                {"identity":"a.example?q=1","kind":"links","source":"s","tags":["video"],"title":"A \"quoted\" title","url":"https://a.example/?q=1","v":2}
                {"event":{"mode":"hybrid","organizers":[{"name":"Club"}],"place":"Ulm, DE","start":"2026-03-03"},"facts":[["id","1"]],"identity":"e.example/1 2026-03-03 europe","kind":"events","section":"Europe","source":"ics","title":"Evening","url":"https://e.example/1","v":2}
                {"call":{"closes":"2026-03-09","date":"2026-05","kind":"event","place":"Ulm"},"identity":"forge.example/c","kind":"participation","source":"s","title":"C","url":"https://forge.example/c","v":2}
                {"identity":"forge.example/o/p/1","kind":"proposals","proposal":{"stage":"new"},"source":"s","title":"R","url":"https://forge.example/o/p/1","v":2}
                {"identity":"forge.example/o/r/pull/1","kind":"pull-requests","pullRequest":{"number":1,"repository":"o/r"},"source":"s","time":5,"title":"P","url":"https://forge.example/o/r/pull/1","v":2}
                {"identity":"forge.example/t","kind":"testing","source":"s","testing":{"steps":"https://forge.example/t#steps"},"title":"T","url":"https://forge.example/t","v":2}
                {"identity":"q.example quote:twolines","kind":"quote","quote":{"attribution":"Dee","text":"Two\nlines"},"source":"s","title":"Dee","url":"https://q.example/","v":2}
                {"departed":"cancelled","event":{"mode":"hybrid","organizers":[{"name":"Club"}],"place":"Ulm, DE","start":"2026-03-02"},"facts":[["id","1"]],"identity":"e.example/1 2026-03-02 europe","kind":"events","section":"Europe","source":"ics","title":"Evening","url":"https://e.example/1","v":2}
                {"departed":"cancelled","event":{"mode":"hybrid","organizers":[{"name":"Club"}],"place":"Ulm, DE","start":"2026-03-01"},"facts":[["id","1"]],"identity":"e.example/2 2026-03-01 europe","kind":"events","section":"Europe","source":"ics","title":"Evening","url":"https://e.example/2","v":2}
                {"ending":"closed","source":"s","time":7,"title":"Z","url":"https://z.example","v":2}
                {"count":2,"record":"total","source":"s","url":"https://forge.example/search","v":2}

                """#)
    }

    @Test func sortsItsLinesWhateverTheOrder() {
        var (one, other) = (CandidateFile(), CandidateFile())
        one.add(kinds)
        other.add(kinds.reversed())
        #expect(one.bytes == other.bytes)
        #expect(one.bytes.split(separator: 0x0A).count == kinds.count)
    }

    @Test func keepsWhatASourceForgot() {
        var file = CandidateFile()
        file.add([kinds[0]])
        file.add([kinds[4]])
        #expect(file.candidates.count == 2)
    }

    @Test func keepsWhatHasEndedAndTheTally() throws {
        var file = CandidateFile()
        file.add([kinds[0]])
        file.total = Total(source: "s", count: 297, url: "https://forge.example/search?q=a")
        let resolution = Resolution(
            source: "s", url: "https://forge.example/1", title: "T", outcome: .assigned, time: nil)
        file.end([resolution], isWhole: true)
        let read = try CandidateFile(file.bytes, file: "f")
        #expect(read.bytes == file.bytes)
        #expect(read.total == file.total)
        #expect(read.resolutions == [resolution])
        file.end([], isWhole: false)
        #expect(file.resolutions == [resolution], "what could not be asked has not begun anew")
        file.end([], isWhole: true)
        #expect(file.resolutions.isEmpty)
    }

    @Test func changesNothingWhereOnlyTheMomentOfCountingIsAnother() {
        func nomination(_ likes: Int, _ moment: String) -> Candidate {
            Candidate(
                source: "s", kind: .pick, title: "pot", url: "https://p.example/", content: .pick,
                facts: [.count(.likes, likes), .signal(.counted, moment)])
        }
        var file = CandidateFile()
        file.add([nomination(3, "Monday")])
        file.add([nomination(3, "Tuesday")])
        #expect(file.candidates.first?.facts.last?.value == "Monday")
        file.add([nomination(4, "Wednesday")])
        #expect(file.candidates.first?.facts.map(\.value) == ["4", "Wednesday"])
    }

    // MARK: Events that change

    private func followed(_ now: [Candidate], cancelled: Set<String> = []) throws -> CandidateFile {
        var file = CandidateFile()
        file.add([event(1, "Virtual"), event(1, "Europe")])
        file.follow(now, cancelled: cancelled)
        file.add(now)
        let read = try CandidateFile(file.bytes, file: "f")
        #expect(read.superseded == file.superseded)
        #expect(read.bytes == file.bytes)
        return read
    }

    @Test func tellsWhatWasMovedAndWhatIsNotThereAnyMore() throws {
        let file = try followed([event(2, "Europe")])
        #expect(file.candidates == [event(2, "Europe")])
        #expect(
            file.superseded == [
                SupersededEvent(event(1, "Europe"), .moved), SupersededEvent(event(1, "Virtual"), .moved),
            ])
    }

    @Test func tellsWhatIsCancelledAndNotWhatIsForgotten() throws {
        #expect(try followed([]).superseded.isEmpty)
        let file = try followed([], cancelled: ["1"])
        #expect(file.candidates.isEmpty)
        #expect(file.superseded.map(\.reason) == [.cancelled, .cancelled])
    }

    @Test func tellsWhatTakesPlaceElsewhere() throws {
        var elsewhere = event(1, "Europe")
        elsewhere.content = .event(
            Event(
                start: CalendarDate(year: 2026, month: 3, day: 1)!, end: nil, mode: .hybrid, place: "Bonn, DE",
                organizers: [Event.Organizer(name: "Club", url: nil)]))
        var file = try followed([event(1, "Virtual"), elsewhere])
        #expect(file.candidates.count == 2)
        #expect(file.superseded == [SupersededEvent(event(1, "Europe"), .changed)])
        // It is back where it was.
        file.follow([event(1, "Virtual"), event(1, "Europe")], cancelled: [])
        file.add([event(1, "Virtual"), event(1, "Europe")])
        #expect(file.superseded.map(\.candidate) == [elsewhere])
    }

    @Test func passesOverConflictMarkers() throws {
        var file = CandidateFile()
        file.add([kinds[0]])
        let text = "<<<<<<< ours\n" + String(decoding: file.bytes, as: UTF8.self) + "=======\n>>>>>>> theirs\n"
        #expect(try CandidateFile(Array(text.utf8), file: "f").candidates == file.candidates)
    }

    /// What could not be kept must not be dropped when the file is written again.
    @Test(arguments: [
        #"{"identity":"a","kind":"nothing","source":"s","title":"T"}"#,
        #"{"facts":[["name","value","more"]],"identity":"a","kind":"links","source":"s","title":"T"}"#,
        #"{"event":{"end":"Friday","mode":"hybrid","organizers":[],"start":"2026-03-01"},"identity":"a","kind":"events","source":"s","title":"T"}"#,
        #"{"event":{"mode":"hybrid","organizers":[],"start":"2026-13-01"},"identity":"a","kind":"events","source":"s","title":"T"}"#,
        #"{"identity":"a","kind":"proposals","proposal":{"stage":"done"},"source":"s","title":"T"}"#,
        #"{"call":{"closes":"soon","kind":"event"},"identity":"a","kind":"participation","source":"s","title":"T"}"#,
        #"{"departed":"forgotten","identity":"a","kind":"links","source":"s","title":"T"}"#,
        #"{"ending":"lost","source":"s","title":"T","url":"https://a.example"}"#,
        #"{"source":"s","tally":"many","url":"https://a.example"}"#,
        #"{"count":"many","record":"total","source":"s","url":"https://a.example","v":2}"#,
        #"{"count":1,"record":"other","source":"s","url":"https://a.example","v":2}"#,
        #"{"identity":"a","kind":"links","source":"s","title":"T","v":"2"}"#,
        #"{"identity":"a","kind":"links","source":"s","title":"T""#, "\u{FF}",
    ])
    func reportsADamagedLine(line: String) {
        let fault = #expect(throws: Diagnostic.self) { try CandidateFile(Array("\n\(line)\n".utf8), file: "f.jsonl") }
        #expect(fault?.location?.line == 2)
        #expect(fault?.file == "f.jsonl")
    }

    @Test(arguments: [
        #"{"identity":"a","kind":"links","source":"s","title":"T","v":3}"#, #"{"something":"else","v":3}"#,
    ])
    func refusesALineOfALaterVersion(line: String) {
        let fault = #expect(throws: Diagnostic.self) { try CandidateFile(Array("\n\(line)\n".utf8), file: "f.jsonl") }
        #expect(
            fault?.description
                == "f.jsonl:2:1: error: a newer version of Sennight wrote this line (in format 3; this version reads formats up to 2). Update Sennight; the file was not changed"
        )
    }

    @Test func tellsTheLineThatIsNoCandidate() {
        let fault = #expect(throws: Diagnostic.self) { try CandidateFile(Array("\n{}\n".utf8), file: "f.jsonl") }
        #expect(fault?.location?.line == 2)
        #expect(fault?.file == "f.jsonl")
    }
}
