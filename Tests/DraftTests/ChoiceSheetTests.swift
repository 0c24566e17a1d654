import Draft
import Newsletter
import Testing

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

    @Test func takesEditedSectionsAndTitles() throws {
        let choices = try sheet.choices(in: "later 1 Essays | A  # x\nadd 2 pull-requests | Three\n", file: "f")
        #expect(choices.map(\.word) == [.later, .add])
        #expect(choices[0].candidate.section == "Essays")
        #expect(choices[0].candidate.title == "A")
        #expect(choices[1].candidate.title == "Three")
    }

    @Test func decidesNothingWhenItIsEmptied() throws {
        #expect(try sheet.choices(in: "", file: "f").isEmpty)
        #expect(try sheet.choices(in: "# add 1 News | A\n\n", file: "f").isEmpty)
    }

    @Test(arguments: [
        ("pick 1 News | A", "does not begin"), ("add 3 News | A", "no candidate's number"),
        ("add one News | A", "no candidate's number"), ("add 1 News A", "not told apart"), ("add", "does not begin"),
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
