import Archive
import Newsletter
import Testing
import Text

/// Lines of pools as they were written before lines had a version: what is read from them stays the same.
@Suite struct UnversionedCandidateTests {
    struct Line: Sendable, CustomTestStringConvertible {
        var line: String
        /// Source, kind, section, title, address, tags, time, content and facts.
        var reads: String

        var testDescription: String { reads }
    }

    @Test(arguments: candidates)
    func readsACandidate(line: Line) throws {
        let file = try CandidateFile(Array(line.line.utf8), file: "f")
        #expect(file.candidates.map(Self.text) == [line.reads])
        let identity = try #require(file.candidates.first?.identity)
        #expect(Self.withQuotes(line.line).contains(#""identity":"\#(identity)""#))
    }

    @Test(arguments: candidates)
    func losesNothingWhenItIsWrittenAgain(line: Line) throws {
        let file = try CandidateFile(Array(line.line.utf8), file: "f")
        #expect(String(decoding: file.bytes, as: UTF8.self) == Self.withQuotes(line.line).dropLast() + ",\"v\":2}\n")
    }

    /// Since these lines were written, the identity of a quote has the beginning of its text.
    private static func withQuotes(_ line: String) -> String {
        line.replacing(
            #""identity":"forum.example.org/t/88/4","#,
            with: #""identity":"forum.example.org/t/88/4 quote:ididnotmakeitfasteristoppeditf","#)
    }

    @Test func readsEveryOtherKindOfLine() throws {
        let event =
            #"{"departed":"moved","event":{"mode":"hybrid","organizers":[{"name":"Club"}],"place":"Ulm, DE","start":"2026-03-02"},"facts":[["id","1"]],"identity":"e.example/1 2026-03-02 europe","kind":"events","section":"Europe","source":"ics","title":"Evening","url":"https://e.example/1"}"#
        let text = """
            \(event.replacing("moved", with: "cancelled"))
            \(event)
            \(event.replacing("moved", with: "changed"))
            {"ending":"assigned","source":"tasks","title":"A","url":"https://z.example/a"}
            {"ending":"closed","source":"tasks","time":7,"title":"C","url":"https://z.example/c"}
            {"ending":"finished","source":"proposals","title":"F","url":"https://z.example/f"}
            {"ending":"merged","source":"proposals","title":"M","url":"https://z.example/m"}
            {"source":"pulls","tally":297,"url":"https://forge.example/search?q=a"}

            """
        let file = try CandidateFile(Array(text.utf8), file: "f")
        #expect(file.candidates.isEmpty)
        #expect(file.superseded.map(\.reason) == [.cancelled, .changed, .moved])
        #expect(file.superseded.map(\.candidate.eventID) == ["1", "1", "1"])
        #expect(
            file.superseded.map { Self.text($0.candidate) }.last
                == "ics|events|Europe|Evening|https://e.example/1||-|event 2026-03-02/ hybrid Ulm, DE Club@|id: 1")
        #expect(
            file.resolutions == [
                Resolution(source: "tasks", url: "https://z.example/a", title: "A", outcome: .assigned, time: nil),
                Resolution(source: "tasks", url: "https://z.example/c", title: "C", outcome: .closed, time: 7),
                Resolution(source: "proposals", url: "https://z.example/f", title: "F", outcome: .finished, time: nil),
                Resolution(source: "proposals", url: "https://z.example/m", title: "M", outcome: .merged, time: nil),
            ])
        #expect(file.total == Total(source: "pulls", count: 297, url: "https://forge.example/search?q=a"))
    }

    // MARK: What is read

    private static func text(_ candidate: Candidate) -> String {
        [
            candidate.source, candidate.kind.rawValue, candidate.section ?? "-",
            candidate.title.replacing("\n", with: "↩"), candidate.url ?? "-", candidate.tags.joined(separator: "+"),
            candidate.time.map(String.init) ?? "-", text(candidate.content),
            candidate.facts.map { "\($0.name): \($0.value)" }.joined(separator: "; "),
        ].joined(separator: "|")
    }

    private static func text(_ content: Entry.Content) -> String {
        switch content {
        case .event(let event):
            let organizers = event.organizers.map { "\($0.name)@\($0.url ?? "")" }.joined(separator: "+")
            return
                "event \(event.start)/\(event.end?.description ?? "") \(event.mode.rawValue) \(event.place ?? "-") \(organizers)"
        case .pullRequest(let pull): return "pull \(pull.repository) \(pull.number)"
        case .proposal(let proposal):
            return "proposal \(proposal.stage?.rawValue ?? "-") \(proposal.disposition ?? "-")"
        case .callForTesting(let call): return "testing \(call.steps ?? "-")"
        case .callForParticipation(let call):
            return
                "call \(call.kind.rawValue) \(call.closes?.description ?? "-") \(call.place ?? "-") \(call.date ?? "-")"
        case .quote(let quote): return "quote \(quote.text) \(quote.attribution ?? "-")"
        default: return content.type
        }
    }
}

// MARK: The lines

extension UnversionedCandidateTests {
    private static let candidates: [Line] = [
        .init(
            line:
                #"{"facts":[["feed","The harbour log"],["author","Mina Castell"],["categories","networking"]],"identity":"blog.example.org/idle-connections","kind":"links","section":"Articles and tutorials","source":"feeds","time":1794477600,"title":"What a thousand idle connections cost","url":"https://blog.example.org/idle-connections/"}"#,
            reads:
                #"feeds|links|Articles and tutorials|What a thousand idle connections cost|https://blog.example.org/idle-connections/||1794477600|link|feed: The harbour log; author: Mina Castell; categories: networking"#
        ),
        .init(
            line:
                #"{"facts":[["repository","harbour/evolution"],["author","jo"]],"identity":"git.example.org/harbour/evolution/pull/19","kind":"proposals","proposal":{"stage":"approved"},"source":"github-proposals","time":1794477600,"title":"One way to name a metric","url":"https://git.example.org/harbour/evolution/pull/19"}"#,
            reads:
                #"github-proposals|proposals|-|One way to name a metric|https://git.example.org/harbour/evolution/pull/19||1794477600|proposal approved -|repository: harbour/evolution; author: jo"#
        ),
        .init(
            line:
                #"{"facts":[["repository","harbour/evolution"],["author","jo"]],"identity":"git.example.org/harbour/evolution/pull/22","kind":"proposals","proposal":{"disposition":"merge","stage":"final-comment-period"},"source":"github-proposals","time":1794477600,"title":"Drop support for HTTP pipelining","url":"https://git.example.org/harbour/evolution/pull/22"}"#,
            reads:
                #"github-proposals|proposals|-|Drop support for HTTP pipelining|https://git.example.org/harbour/evolution/pull/22||1794477600|proposal final-comment-period merge|repository: harbour/evolution; author: jo"#
        ),
        .init(
            line:
                #"{"facts":[["repository","harbour/evolution"],["author","jo"],["change","new"]],"identity":"git.example.org/harbour/evolution/pull/24","kind":"proposals","proposal":{"stage":"new"},"source":"github-proposals","time":1794477600,"title":"Deadlines instead of timeouts","url":"https://git.example.org/harbour/evolution/pull/24"}"#,
            reads:
                #"github-proposals|proposals|-|Deadlines instead of timeouts|https://git.example.org/harbour/evolution/pull/24||1794477600|proposal new -|repository: harbour/evolution; author: jo; change: new"#
        ),
        .init(
            line:
                #"{"facts":[["repository","harbour/http"],["author","mina"],["labels","enhancement"]],"identity":"git.example.org/harbour/http/pull/911","kind":"pull-requests","pullRequest":{"number":911,"repository":"harbour/http"},"section":"Pull requests worth reading","source":"github-pulls","time":1794477600,"title":"Close idle connections after a pause that can be set","url":"https://git.example.org/harbour/http/pull/911"}"#,
            reads:
                #"github-pulls|pull-requests|Pull requests worth reading|Close idle connections after a pause that can be set|https://git.example.org/harbour/http/pull/911||1794477600|pull harbour/http 911|repository: harbour/http; author: mina; labels: enhancement"#
        ),
        .init(
            line:
                #"{"identity":"forum.example.org/t/512","kind":"jobs","section":"Jobs","source":"hiring","time":1794477600,"title":"Who's hiring? November 2026","url":"https://forum.example.org/t/whos-hiring-november-2026/512"}"#,
            reads:
                #"hiring|jobs|Jobs|Who's hiring? November 2026|https://forum.example.org/t/whos-hiring-november-2026/512||1794477600|job|"#
        ),
        .init(
            line:
                #"{"event":{"mode":"in-person","organizers":[{"name":"Server-side Swift Hamburg","url":"https://events.example.org/hamburg/"}],"place":"Hamburg, DE","start":"2026-11-26"},"facts":[["start","2026-11-26T19:00+01:00 Europe/Berlin"],["end","2026-11-26T21:30+01:00 Europe/Berlin"],["venue","Hamburg, DE"],["id","open-evening@calendar.example.org/2026-11-26T19:00+01:00 Europe/Berlin"]],"identity":"events.example.org/hamburg/open-evening 2026-11-26 europe","kind":"events","section":"Europe","source":"icalendar","title":"Open evening: bring a service that puzzles you","url":"https://events.example.org/hamburg/open-evening"}"#,
            reads:
                #"icalendar|events|Europe|Open evening: bring a service that puzzles you|https://events.example.org/hamburg/open-evening||-|event 2026-11-26/ in-person Hamburg, DE Server-side Swift Hamburg@https://events.example.org/hamburg/|start: 2026-11-26T19:00+01:00 Europe/Berlin; end: 2026-11-26T21:30+01:00 Europe/Berlin; venue: Hamburg, DE; id: open-evening@calendar.example.org/2026-11-26T19:00+01:00 Europe/Berlin"#
        ),
        .init(
            line:
                #"{"event":{"mode":"in-person","organizers":[{"name":"Osaka Swift Servers","url":"https://events.example.org/osaka/"}],"place":"Osaka, JP","start":"2026-12-05"},"facts":[["start","2026-12-05T14:00+09:00 Asia/Tokyo"],["end","2026-12-05T18:00+09:00 Asia/Tokyo"],["venue","Osaka, JP"],["id","winter@calendar.example.org"]],"identity":"events.example.org/osaka/winter 2026-12-05 asia","kind":"events","section":"Asia","source":"icalendar","title":"Winter meeting: five small services","url":"https://events.example.org/osaka/winter"}"#,
            reads:
                #"icalendar|events|Asia|Winter meeting: five small services|https://events.example.org/osaka/winter||-|event 2026-12-05/ in-person Osaka, JP Osaka Swift Servers@https://events.example.org/osaka/|start: 2026-12-05T14:00+09:00 Asia/Tokyo; end: 2026-12-05T18:00+09:00 Asia/Tokyo; venue: Osaka, JP; id: winter@calendar.example.org"#
        ),
        .init(
            line:
                #"{"facts":[["score","18"],["comments","7"],["posted by","crumb"],["discussion","https://links.example.org/s/w81mzt"],["categories","swift, practices"]],"identity":"bakery.example.com/orders","kind":"links","source":"lobsters","time":1794477600,"title":"Moving a bakery's orders from a spreadsheet to a Swift service","url":"https://bakery.example.com/orders"}"#,
            reads:
                #"lobsters|links|-|Moving a bakery's orders from a spreadsheet to a Swift service|https://bakery.example.com/orders||1794477600|link|score: 18; comments: 7; posted by: crumb; discussion: https://links.example.org/s/w81mzt; categories: swift, practices"#
        ),
        .init(
            line:
                #"{"facts":[["score","31"],["comments","12"],["posted by","mina"],["discussion","https://links.example.org/s/k3s9qa"],["categories","swift, networking"]],"identity":"blog.example.org/idle-connections","kind":"links","source":"lobsters","time":1794477600,"title":"What a thousand idle connections cost","url":"https://blog.example.org/idle-connections/"}"#,
            reads:
                #"lobsters|links|-|What a thousand idle connections cost|https://blog.example.org/idle-connections/||1794477600|link|score: 31; comments: 12; posted by: mina; discussion: https://links.example.org/s/k3s9qa; categories: swift, networking"#
        ),
        .init(
            line:
                #"{"facts":[["rank","1 of 2"],["likes","14"],["answers","1"],["counted","2026-11-17T12:00:00Z"],["nominated by","ferry"],["post","https://forum.example.org/t/pick-of-the-week/57/61"],["text","Lantern shows in the terminal which requests are in flight, and for how long."]],"identity":"git.example.org/harbour/lantern","kind":"pick","section":"Pick of the week","source":"picks","time":1794477600,"title":"Lantern","url":"https://git.example.org/harbour/lantern"}"#,
            reads:
                #"picks|pick|Pick of the week|Lantern|https://git.example.org/harbour/lantern||1794477600|pick|rank: 1 of 2; likes: 14; answers: 1; counted: 2026-11-17T12:00:00Z; nominated by: ferry; post: https://forum.example.org/t/pick-of-the-week/57/61; text: Lantern shows in the terminal which requests are in flight, and for how long."#
        ),
        .init(
            line:
                #"{"facts":[["rank","2 of 2"],["likes","5"],["answers","0"],["counted","2026-11-17T12:00:00Z"],["nominated by","pilot"],["post","https://forum.example.org/t/pick-of-the-week/57/62"],["self-nomination","yes"],["text","Sextant, my library for reading configuration in one place. Self-nomination."]],"identity":"git.example.org/pilot/sextant","kind":"pick","section":"Pick of the week","source":"picks","time":1794477600,"title":"Sextant","url":"https://git.example.org/pilot/sextant"}"#,
            reads:
                #"picks|pick|Pick of the week|Sextant|https://git.example.org/pilot/sextant||1794477600|pick|rank: 2 of 2; likes: 5; answers: 0; counted: 2026-11-17T12:00:00Z; nominated by: pilot; post: https://forum.example.org/t/pick-of-the-week/57/62; self-nomination: yes; text: Sextant, my library for reading configuration in one place. Self-nomination."#
        ),
        .init(
            line:
                #"{"facts":[["rank","1 of 1"],["likes","17"],["answers","0"],["counted","2026-11-17T12:00:00Z"],["nominated by","ferry"],["post","https://forum.example.org/t/quote-of-the-week/58/23"],["text","I did not make it faster. I stopped it from waiting. Mina Castell"]],"identity":"forum.example.org/t/88/4","kind":"quote","quote":{"attribution":"Mina Castell","text":"I did not make it faster. I stopped it from waiting."},"section":"Quote of the week","source":"quotes","time":1794477600,"title":"I did not make it faster. I stopped it from waiting.","url":"https://forum.example.org/t/a-weekend-of-idle-connections/88/4"}"#,
            reads:
                #"quotes|quote|Quote of the week|I did not make it faster. I stopped it from waiting.|https://forum.example.org/t/a-weekend-of-idle-connections/88/4||1794477600|quote I did not make it faster. I stopped it from waiting. Mina Castell|rank: 1 of 1; likes: 17; answers: 0; counted: 2026-11-17T12:00:00Z; nominated by: ferry; post: https://forum.example.org/t/quote-of-the-week/58/23; text: I did not make it faster. I stopped it from waiting. Mina Castell"#
        ),
        .init(
            line:
                #"{"call":{"kind":"project"},"facts":[["state","not checked"],["project","lantern"],["posted by","ferry"],["post","https://forum.example.org/t/projects-looking-for-help/60/12"]],"identity":"git.example.org/harbour/lantern/issues/31","kind":"participation","section":"Projects looking for help","source":"tasks","time":1794477600,"title":"lantern - Show a request's route beside its time","url":"https://git.example.org/harbour/lantern/issues/31"}"#,
            reads:
                #"tasks|participation|Projects looking for help|lantern - Show a request's route beside its time|https://git.example.org/harbour/lantern/issues/31||1794477600|call project - - -|state: not checked; project: lantern; posted by: ferry; post: https://forum.example.org/t/projects-looking-for-help/60/12"#
        ),
        .init(
            line:
                #"{"facts":[["score","49"],["scores","lobsters 31, hn 18"],["comments","19"],["comments each","lobsters 12, hn 7"],["posted by","mina"],["discussion","https://links.example.org/s/k3s9qa"],["discussion","https://news.example.org/item?id=2"],["told by","lobsters, hn"]],"identity":"blog.example.org/idle","kind":"links","source":"lobsters","tags":["video","audio"],"time":5,"title":"Idle \"connections\"\n","url":"https://blog.example.org/idle"}"#,
            reads:
                #"lobsters|links|-|Idle "connections"↩|https://blog.example.org/idle|video+audio|5|link|score: 49; scores: lobsters 31, hn 18; comments: 19; comments each: lobsters 12, hn 7; posted by: mina; discussion: https://links.example.org/s/k3s9qa; discussion: https://news.example.org/item?id=2; told by: lobsters, hn"#
        ),
        .init(
            line:
                #"{"facts":[["score","many"],["likes","-3"],["comments","07"],["name",""],["id","not an event"]],"identity":"title:no address","kind":"links","source":"add","title":"No address"}"#,
            reads: #"add|links|-|No address|-||-|link|score: many; likes: -3; comments: 07; name: ; id: not an event"#),
        .init(
            line:
                #"{"facts":[["rank","1 of 1"],["likes","8"],["likes each","ada 5, bo 3"],["answers","2"],["counted","2026-11-17T12:00:00Z"],["nominated by","ada"],["post","https://forum.example.org/1"],["nominated by","bo"],["post","https://forum.example.org/2"],["link","https://pot.example.org/docs"],["text","A pot"],["won before","2025-01-01, Weekly 3"]],"identity":"pot.example.org","kind":"pick","source":"picks","title":"pot","url":"https://pot.example.org"}"#,
            reads:
                #"picks|pick|-|pot|https://pot.example.org||-|pick|rank: 1 of 1; likes: 8; likes each: ada 5, bo 3; answers: 2; counted: 2026-11-17T12:00:00Z; nominated by: ada; post: https://forum.example.org/1; nominated by: bo; post: https://forum.example.org/2; link: https://pot.example.org/docs; text: A pot; won before: 2025-01-01, Weekly 3"#
        ),
        .init(
            line:
                #"{"event":{"end":"2026-11-27","mode":"hybrid","organizers":[{"name":"Club"}],"place":"Ulm, DE","start":"2026-11-26"},"facts":[["start","2026-11-26"],["end","2026-11-27"],["status","tentative"],["moved from","2026-11-25"],["told by","ics, meetup"],["id","7"]],"identity":"e.example.org/1 2026-11-26 europe","kind":"events","section":"Europe","source":"ics","title":"Evening","url":"https://e.example.org/1"}"#,
            reads:
                #"ics|events|Europe|Evening|https://e.example.org/1||-|event 2026-11-26/2026-11-27 hybrid Ulm, DE Club@|start: 2026-11-26; end: 2026-11-27; status: tentative; moved from: 2026-11-25; told by: ics, meetup; id: 7"#
        ),
        .init(
            line:
                #"{"event":{"mode":"virtual","organizers":[],"start":"2026-11-26"},"identity":"e.example.org/2 2026-11-26 ","kind":"events","source":"ics","title":"Online","url":"https://e.example.org/2"}"#,
            reads: #"ics|events|-|Online|https://e.example.org/2||-|event 2026-11-26/ virtual - |"#),
        .init(
            line:
                #"{"facts":[["repository","o/r"],["testing steps","not found"],["author","ada"],["reply","@ada: hello"],["reply-to","https://forge.example.org/c"]],"identity":"forge.example.org/t","kind":"testing","source":"testing","testing":{},"title":"T","url":"https://forge.example.org/t"}"#,
            reads:
                #"testing|testing|-|T|https://forge.example.org/t||-|testing -|repository: o/r; testing steps: not found; author: ada; reply: @ada: hello; reply-to: https://forge.example.org/c"#
        ),
        .init(
            line:
                #"{"identity":"forge.example.org/u","kind":"testing","source":"testing","testing":{"steps":"https://forge.example.org/u#steps"},"title":"U","url":"https://forge.example.org/u"}"#,
            reads: #"testing|testing|-|U|https://forge.example.org/u||-|testing https://forge.example.org/u#steps|"#),
        .init(
            line:
                #"{"call":{"closes":"2026-12-09","date":"2027-05","kind":"event","place":"Ulm"},"identity":"cfp.example.org","kind":"participation","source":"add","title":"Conf","url":"https://cfp.example.org"}"#,
            reads: #"add|participation|-|Conf|https://cfp.example.org||-|call event 2026-12-09 Ulm 2027-05|"#),
        .init(
            line:
                #"{"facts":[["text","A calm week."]],"identity":"forge.example.org/triage","kind":"triage","source":"triage","time":0,"title":"Full report","url":"https://forge.example.org/triage"}"#,
            reads: #"triage|triage|-|Full report|https://forge.example.org/triage||0|triage|text: A calm week."#),
        .init(
            line:
                #"{"facts":[["component","Docs"],["labels","A, B"]],"identity":"forge.example.org/o/r/pull/1","kind":"pull-requests","pullRequest":{"number":1,"repository":"o/r"},"source":"pulls","title":"P","url":"https://forge.example.org/o/r/pull/1"}"#,
            reads:
                #"pulls|pull-requests|-|P|https://forge.example.org/o/r/pull/1||-|pull o/r 1|component: Docs; labels: A, B"#
        ),
        .init(
            line:
                #"{"identity":"p.example.org","kind":"prose","source":"add","title":"P","url":"https://p.example.org"}"#,
            reads: #"add|prose|-|P|https://p.example.org||-|prose|"#),
    ]
}
