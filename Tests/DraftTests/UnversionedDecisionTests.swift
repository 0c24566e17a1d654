import Newsletter
import Testing

@testable import Draft

/// Lines of decisions and of intake logs as they were written before lines had a version.
@Suite struct UnversionedDecisionTests {
    private static let lines = #"""
        {"decision":"later","identity":"bakery.example.com/orders","section":"Articles and tutorials","source":"lobsters","title":"Moving a bakery's orders"}
        {"decision":"chosen","identity":"blog.example.org/graceful-shutdown","section":"No such section","source":"feeds","title":"Graceful \"shutdown\"\n"}
        {"decision":"removed","identity":"e.example/1 2026-03-02 europe","section":"Europe","source":"ics","title":"Evening","why":"cancelled"}
        {"decision":"removed","identity":"e.example/2 2026-03-02 europe","section":"Europe","source":"ics","title":"Evening","why":"moved"}
        {"decision":"placed","identity":"events.example.org/hamburg/open-evening 2026-11-26 europe","section":"Europe","source":"icalendar","title":"Open evening"}
        {"decision":"placed","identity":"example.org/tea","source":"add","title":"All about tea"}
        {"decision":"removed","identity":"git.example.org/harbour/http/pull/911","section":"Pull requests worth reading","source":"github-pulls","title":"Close idle connections"}
        {"decision":"removed","identity":"git.example.org/harbour/metrics/pull/77","section":"News","title":"Make counters fit","why":"dull"}
        """#

    @Test func readsDecisions() throws {
        let log = try DecisionLog(Array(Self.lines.utf8), file: "decisions/7.jsonl")
        let texts = log.all.map { decision in
            [
                decision.identity, decision.decision.rawValue, decision.title, decision.section ?? "-",
                decision.source ?? "-", decision.why ?? "-",
            ].joined(separator: "|")
        }
        #expect(
            texts == [
                "bakery.example.com/orders|later|Moving a bakery's orders|Articles and tutorials|lobsters|-",
                "blog.example.org/graceful-shutdown|chosen|Graceful \"shutdown\"\n|No such section|feeds|-",
                "e.example/1 2026-03-02 europe|removed|Evening|Europe|ics|cancelled",
                "e.example/2 2026-03-02 europe|removed|Evening|Europe|ics|moved",
                "events.example.org/hamburg/open-evening 2026-11-26 europe|placed|Open evening|Europe|icalendar|-",
                "example.org/tea|placed|All about tea|-|add|-",
                "git.example.org/harbour/http/pull/911|removed|Close idle connections|Pull requests worth reading|github-pulls|-",
                "git.example.org/harbour/metrics/pull/77|removed|Make counters fit|News|-|dull",
            ])
    }

    @Test func seesWhoDecided() throws {
        let log = try DecisionLog(Array(Self.lines.utf8), file: "decisions/7.jsonl")
        #expect(
            log.all.map(\.by) == [.editor, .editor, .program, .program, nil, .editor, .editor, .editor])
    }

    @Test func readsTheSentenceOfATotal() throws {
        let line =
            #"{"decision":"placed","identity":"tally:pull requests worth reading","section":"Pull requests worth reading:","source":"github-pulls","title":"7 were [merged](https://git.example.org/search?q=a)"}"#
        let log = try DecisionLog(Array(line.utf8), file: "decisions/7.jsonl")
        #expect(log.all.isEmpty)
        #expect(
            log.sentence(in: "Pull requests worth reading")
                == TotalSentence(
                    section: "Pull requests worth reading:", source: "github-pulls",
                    text: "7 were [merged](https://git.example.org/search?q=a)"))
    }

    @Test func losesNothingWhenDecisionsAreWrittenAgain() throws {
        let log = try DecisionLog(Array(Self.lines.utf8), file: "decisions/7.jsonl")
        let again = try DecisionLog(log.bytes, file: "decisions/7.jsonl")
        #expect(again.all == log.all)
        var written = String(decoding: log.bytes, as: UTF8.self)
        for added in [#""by":"editor","#, #""by":"program","#, #","v":2"#] {
            written = written.replacing(added, with: "")
        }
        #expect(written == Self.lines + "\n")
    }

    @Test func readsRecordsOfIntake() throws {
        let text = #"""
            {"pull":"pr/saw","head":"abc","base":"def","path":"draft/2026-11-18.md","changes":[{"kind":"removed","section":"Tools","identity":"link tools.example/hammer","text":"* [Hammer](https://tools.example/hammer)\n","left":1},{"kind":"edited","section":"Tools","identity":"link tools.example/saw","text":"* [Saw](https://tools.example/saw)\n","before":"* [Sow](https://tools.example/saw)\n"}]}
            {"pull":"17","head":"abc","base":"def","path":"draft/2026-11-18.md","changes":[{"kind":"added","section":"","identity":"link three.example/3","text":"* [Three](https://three.example/3)\n"}]}

            """#
        let log = try IntakeLog(Array(text.utf8), file: "intake/7.jsonl")
        #expect(log.records.map(\.pull) == ["pr/saw", "17"])
        #expect(log.records.map(\.head) == ["abc", "abc"])
        #expect(log.records.map(\.base) == ["def", "def"])
        #expect(log.records.map(\.path) == ["draft/2026-11-18.md", "draft/2026-11-18.md"])
        #expect(
            log.records.first?.changes == [
                EntryChange(
                    kind: .removed, section: "Tools", identity: "link tools.example/hammer",
                    text: "* [Hammer](https://tools.example/hammer)\n", left: 1),
                EntryChange(
                    kind: .edited, section: "Tools", identity: "link tools.example/saw",
                    text: "* [Saw](https://tools.example/saw)\n", before: "* [Sow](https://tools.example/saw)\n"),
            ])
        #expect(log.records.last?.changes.map(\.kind) == [.added])
        #expect(log.records.last?.changes.map(\.section) == [""])
        let again = try IntakeLog(log.bytes, file: "intake/7.jsonl")
        #expect(Set(again.records) == Set(log.records))
        let written = String(decoding: log.bytes, as: UTF8.self).replacing(#","v":2}"#, with: "}")
        #expect(Set(written.split(separator: "\n")) == Set(text.split(separator: "\n")))
    }

    @Test func refusesARecordOfALaterVersion() {
        let line = #"{"pull":"17","head":"abc","base":"def","path":"draft/7.md","changes":[],"v":3}"#
        let fault = #expect(throws: Diagnostic.self) { try IntakeLog(Array(line.utf8), file: "intake/7.jsonl") }
        #expect(
            fault?.description
                == "intake/7.jsonl:1:1: error: a newer version of Sennight wrote this line (in format 3; this version reads formats up to 2). Update Sennight; the file was not changed"
        )
    }
}
