import Draft
import Newsletter
import TestKit
import Testing
import Text

@Suite struct ChoiceSheetTests {
    private let sheet = ChoiceSheet([
        ChoiceSheet.Line(
            word: .add,
            candidate: Candidate(
                source: "s", kind: .links, section: "News", title: "A | B # c", url: "https://a.example/"),
            reason: "often chosen: a"),
        ChoiceSheet.Line(
            word: .no, candidate: Candidate(source: "s", kind: .pullRequests, title: "Two", url: nil), reason: ""),
    ])

    @Test func isReadBackAsItWasWritten() throws {
        let choices = try sheet.choices(in: sheet.text, file: "f")
        #expect(choices.map(\.word) == [.add, .no])
        #expect(choices[0].candidate.title == "A | B # c")
        #expect(choices[0].candidate.section == "News")
        #expect(choices[1].candidate.section == nil)
    }

    @Test(
        arguments: HostileText.payloads + [
            "", " ", "a\nadd 2 News | b", "A | B", "#x", "a  # b", "a; https://b.example",
        ])
    func keepsEachCandidateOnItsLine(text: String) throws {
        let candidates = [
            Candidate(source: "s", kind: .links, section: text, title: "a\(text)", url: "https://a.example/\(text)"),
            Candidate(source: text, kind: .links, section: text, title: "b", url: "https://b.example/"),
        ]
        let sheet = ChoiceSheet(
            candidates.map { ChoiceSheet.Line(word: .no, candidate: $0, reason: "why: \(text)") })
        #expect(HostileText.controls(in: sheet.text) == [])
        let lines = sheet.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines.map { $0.prefix(7) } == ["no    1", "no    2"])
        let choices = try sheet.choices(in: sheet.text, file: "f")
        #expect(choices.map(\.word) == [.no, .no])
        // What nobody edited is as it was collected.
        #expect(choices.map(\.candidate) == candidates)
    }

    @Test func takesEditedSectionsAndTitles() throws {
        let choices = try sheet.choices(in: "later 1 Essays | A  # x\nadd 2 pull-requests | Three\n", file: "f")
        #expect(choices.map(\.word) == [.later, .add])
        #expect(choices[0].candidate.section == "Essays")
        #expect(choices[0].candidate.title == "A")
        #expect(choices[1].candidate.title == "Three")
    }

    @Test func tellsTheDaysOfASeriesApart() throws {
        let sheet = ChoiceSheet(
            (1...3).map { day in
                let event = Event(
                    start: CalendarDate(year: 2026, month: 3, day: day)!, end: nil, mode: .inPerson, place: "Ulm, DE",
                    organizers: [])
                return ChoiceSheet.Line(
                    word: .add,
                    candidate: Candidate(
                        source: "s", kind: .events, title: "Tea", url: "https://a.example/", content: .event(event)),
                    reason: "")
            })
        #expect(sheet.text.contains("| Tea  # 2026-03-02; https://a.example/\n"))
        let choices = try sheet.choices(in: sheet.text, file: "f")
        #expect(Set(choices.map(\.identity)).count == 3)
        // Numbers may have moved since; each line still finds one of its own.
        let moved = sheet.text.replacing("add   3", with: "add   7")
        #expect(Set(try sheet.choices(in: moved, file: "f").map(\.identity)).count == 3)
    }

    @Test func refusesSectionsThatThereAreNotAndEmptyTitles() throws {
        let weekly = try WorkingDraft(
            Array("Title: W\nNumber: 7\nDate: 2026-03-04\n\n## News\n\n## Essays\n".utf8), file: "draft/7.md",
            rules: SectionRules([]))
        var publication = Publication(title: "W", address: "https://w.example/")
        publication.sections = [SectionRule(kind: .links, headings: ["News", "Essays", "Tools"])]
        let names = SectionNames(weekly, publication)
        func summaries(_ line: String) -> [String] {
            do throws(Diagnostics) {
                _ = try sheet.choices(in: line, file: "f", sections: names)
                return []
            } catch {
                return error.all.map { "\($0.summary). \($0.remedy)" }
            }
        }
        #expect(summaries("add 1 Esays | A") == ["unknown section 'Esays'. Did you mean 'Essays'?"])
        #expect(summaries("add 1 Essays | A").isEmpty && summaries("add 1 Tools | A").isEmpty)
        #expect(summaries("no 1 Esays | A").isEmpty && summaries("add 1 News | A").isEmpty)
        #expect(summaries("add 1 News |   # x") != [])
    }

    @Test func decidesNothingWhenItIsEmptied() throws {
        #expect(try sheet.choices(in: "", file: "f").isEmpty)
        #expect(try sheet.choices(in: "# add 1 News | A\n\n", file: "f").isEmpty)
    }

    @Test(arguments: [
        ("pick 1 News | A", "doesn't begin"), ("add 3 News | A", "isn't a candidate's number"),
        ("add one News | A", "isn't a candidate's number"), ("add 1 News A", "aren't separated"),
        ("add", "doesn't begin"),
    ])
    func tellsTheLineThatItCannotRead(line: String, fault: String) {
        let faults = #expect(throws: Diagnostics.self) { try sheet.choices(in: "# x\n\(line)\n", file: "f") }
        #expect(faults?.all.first?.summary.contains(fault) == true)
        #expect(faults?.all.first?.location?.line == 2)
    }

    @Test func knowsCandidatesByTheirAddressesWhenOthersWaitByNow() throws {
        func line(_ name: String) -> ChoiceSheet.Line {
            ChoiceSheet.Line(
                word: .add,
                candidate: Candidate(source: "s", kind: .links, title: name, url: "https://\(name).example/#part"),
                reason: "score: 5")
        }
        let old = ChoiceSheet([line("a"), line("b"), line("c")])
        let choices = try ChoiceSheet([line("x"), line("c"), line("a")]).choices(in: old.text, file: "f")
        #expect(choices.map(\.candidate.title) == ["a", "c"])
    }

    @Test func refusesANumberTwice() {
        #expect(throws: Diagnostics.self) { try sheet.choices(in: "add 1 News | A\nno 1 News | A\n", file: "f") }
    }
}
