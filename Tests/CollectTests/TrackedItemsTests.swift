import Collect
import Newsletter
import Testing
import Text

@Suite struct TrackedItemsTests {
    @Test func namesWhatMayEnd() throws {
        func entry(_ content: Entry.Content, _ url: String?) -> Entry {
            let place = SourceLocation(line: 1, column: 1)
            return Entry(
                range: SourceRange(bytes: 0..<1, start: place, end: place), title: "T", url: url, urls: [],
                content: content)
        }
        func call(_ kind: CallForParticipation.Kind) -> Entry.Content {
            .callForParticipation(CallForParticipation(kind: kind, closes: nil, place: nil, date: nil))
        }
        let entries = [
            entry(.link, "link"), entry(.proposal(Proposal(stage: .approved, disposition: nil)), "approved"),
            entry(.proposal(Proposal(stage: .new, disposition: nil)), "new"), entry(call(.project), "task"),
            entry(call(.event), "conference"), entry(.callForTesting(CallForTesting(steps: nil)), "testing"),
            entry(call(.project), nil), entry(call(.project), "task"),
        ]
        let place = SourceLocation(line: 1, column: 1)
        let section = Section(
            title: "S", level: 2, id: "s", kind: .links,
            range: SourceRange(bytes: 0..<1, start: place, end: place), entries: entries)
        let day = try #require(CalendarDate(iso8601: "2026-03-04"))
        let issue = Issue(
            file: "f", header: IssueHeader(title: "I", number: 1, date: day, category: nil), sections: [section])
        let waiting = [
            Candidate(source: "s", kind: .participation, title: "W", url: "waiting"),
            Candidate(source: "s", kind: .links, title: "L", url: "other"),
        ]
        #expect(TrackedItems.addresses(in: [issue], waiting: waiting) == ["new", "task", "testing", "waiting"])
        let resolution = Resolution(source: "s", url: "ended", title: "E", outcome: .closed, time: nil)
        #expect(TrackedItems.addresses(in: [], waiting: [], ended: [resolution]) == ["ended"])
    }
}
