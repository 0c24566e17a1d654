import Newsletter
import Testing
import Text

@testable import Markdown

@Suite struct EventTimesTests {
    private func event(_ when: String, formats: [String] = []) throws -> Event {
        let rules = SectionRules(
            [SectionRule(kind: .events, headings: ["Events"])], dateFormats: formats.compactMap { DateFormat($0) })
        let text = "Title: W\nDate: 2026-11-04\n\n## Events\n\n* \(when) | Madrid, ES | [Club](o)\n    * [**Tea**](u)\n"
        let entry = try IssueReader(rules: rules).read(Array(text.utf8), file: "w.md").issue.sections[0].entries.first
        guard case .event(let event)? = entry?.content else {
            throw Diagnostic("not an event: \(when)", remedy: "")
        }
        #expect(event.place == "Madrid, ES" && event.organizers.map(\.name) == ["Club"] && entry?.title == "Tea")
        return event
    }

    /// What is read is also what is written.
    @Test(arguments: [
        "2026-11-08", "2026-11-08 09:30", "2026-11-08 18:00–20:00", "2026-11-08 18:00–20:00 Europe/Madrid",
        "2026-11-08 23:00–01:00 UTC", "2026-11-08 09:30 - 2026-11-10 17:00 America/Argentina/Buenos_Aires",
        "2026-11-08 09:30 - 2026-11-10", "2026-11-08 - 2026-11-10",
    ])
    func readsWhatIsWritten(when: String) throws {
        #expect(try event(when).when == when)
    }

    @Test(arguments: [
        ("2026-11-08T9:30", "2026-11-08 09:30"), ("2026-11-08, 18:00 - 20:00", "2026-11-08 18:00–20:00"),
        ("2026-11-08 6:30 pm to 8:00 pm (Europe/Madrid)", "2026-11-08 18:30–20:00 Europe/Madrid"),
        ("2026-11-08 12:15 am", "2026-11-08 00:15"), ("2026-11-08 18:00 Uhr", "2026-11-08 18:00"),
        // Neither is a time, so that the words are a remark, as they were before.
        ("2026-11-08 25:00", "2026-11-08"), ("2026-11-08 18:75", "2026-11-08"), ("2026-11-08 evening", "2026-11-08"),
        ("2026-11-08 18:00 Elsewhere/Town", "2026-11-08 18:00"), ("2026-11-08, 9", "2026-11-08 - 2026-11-09"),
    ])
    func readsOtherForms(text: String, when: String) throws {
        #expect(try event(text).when == when)
    }

    @Test(arguments: [
        ("22/11/2026", "2026-11-22"), ("22/11/2026 18:00–20:00", "2026-11-22 18:00–20:00"),
        ("22 de noviembre", "2026-11-22"), ("3 DE ENERO", "2027-01-03"),
        ("22/11/2026 - 24/11/2026", "2026-11-22 - 2026-11-24"),
        (
            "22 de noviembre 18:00 - 23 de noviembre 14:00 Europe/Madrid",
            "2026-11-22 18:00 - 2026-11-23 14:00 Europe/Madrid"
        ),
        ("2026-11-22", "2026-11-22"),
    ])
    func readsTheFormatsOfTheSettings(text: String, when: String) throws {
        #expect(try event(text, formats: ["{day}/{month}/{year}", "{day} de {month}"]).when == when)
    }

    @Test(arguments: ["31/11/2026", "22/11/20261", "22/13/2026", "22 de nadie"])
    func refusesDatesThatDoNotExist(text: String) {
        #expect(throws: Diagnostic.self) { try event(text, formats: ["{day}/{month}/{year}", "{day} de {month}"]) }
    }

    @Test func leavesATitleThatBeginsWithATime() throws {
        let text = "Title: W\nDate: 2026-11-04\n\n## Events\n\n* [2026-11-08 24 hours of tea](u)\n"
        let rules = SectionRules([SectionRule(kind: .events, headings: ["Events"])])
        let entry = try #require(
            try IssueReader(rules: rules).read(Array(text.utf8), file: "w.md").issue.sections[0].entries.first)
        #expect(entry.title == "24 hours of tea")
    }

    @Test(arguments: ["{day}", "{month}/{year}", "{day}/{month}/{week}", "{day}{day}{month}", "{day}/{month", ""])
    func refusesFormats(text: String) {
        #expect(DateFormat(text) == nil)
    }

    @Test(arguments: [
        ("18:00", true), ("9:30-10:00", true), ("18:00–20:00", true), ("24:00", false), ("18", false),
        ("18:00-", false), ("18:0", false), ("+1:00", false),
    ])
    func parsesTheTimesOfACommand(text: String, isValid: Bool) {
        #expect((EventTimes(text) != nil) == isValid)
    }
}
