import Newsletter
import Settings
import TestKit
import Testing

@testable import Draft
import Text

/// Drafting with the real template, settings and issues of a large weekly.
@Suite(.enabled(if: TestData.isPresent, Comment(rawValue: TestData.hint)))
struct RustWeeklyTests {
    private let publication: Publication
    private let rules: SectionRules

    init() throws {
        let file = TestData.packageRoot + "/Examples/this-week-in-rust/sennight.yaml"
        let text = String(decoding: try TestData.bytes(at: file), as: UTF8.self)
        publication = try SettingsReader.publication(from: text, file: file) { _ in "" }
        rules = SectionRules(publication.sections)
    }

    private func issue(_ name: String) throws -> WorkingDraft {
        try WorkingDraft(try TestData.bytes(ofIssue: name), file: name, rules: rules)
    }

    private func template() throws -> String {
        String(decoding: try TestData.bytes(at: TestData.path("archive/draft/DRAFT_TEMPLATE")), as: UTF8.self)
    }

    @Test func makesTheNextDraftFromTheTemplate() throws {
        let last = try issue("2026-07-08-this-week-in-rust.md")
        let day = try #require(CalendarDate(iso8601: "2026-07-15"))
        let next = try NextIssue(
            after: [last.issue.header], calendar: publication.calendar, date: nil, today: last.issue.header.date)
        #expect(next.date == day)
        #expect(next.number == (last.issue.header.number ?? 0) + 1)
        let draft = try Drafter(publication).draft(next, template: try template(), last: last, file: "draft/next.md")
        let text = String(decoding: draft.bytes, as: UTF8.self)
        #expect(text.hasPrefix("Title: This Week in Rust \(next.number)\nNumber: \(next.number)\nDate: 2026-07-15\n"))
        #expect(text.contains("Rusty Events between 2026-07-15 - 2026-08-12 🦀\n\n### Virtual\n\n* 2026-07-15 | "))
        #expect(text.contains("](https://this-week-in-rust.org/jobs/)"))
        #expect(text.contains("](https://this-week-in-rust.org/issues/\(next.number)/discuss/)"))
        #expect(publication.placeholders.keys.allSatisfy { !text.contains($0) } && !text.contains("$twir_"))
        #expect(text.contains("\n* *No RFCs were approved this week.*\n"))
        #expect(text.contains("\n* *No Calls for papers or presentations were submitted this week.*\n"))
    }

    @Test func carriesOverExactlyTheEventsThatAreStillToCome() throws {
        let last = try issue("2026-07-08-this-week-in-rust.md")
        let from = try #require(CalendarDate(iso8601: "2026-07-15"))
        let to = try #require(CalendarDate(iso8601: "2026-08-12"))
        let next = try NextIssue(
            after: [last.issue.header], calendar: publication.calendar, date: nil, today: last.issue.header.date)
        let draft = try Drafter(publication).draft(next, template: try template(), last: last, file: "draft/next.md")
        func events(_ draft: WorkingDraft) -> [String: Int] {
            let lines = draft.issue.sections.flatMap { section in
                section.entries.compactMap { entry -> String? in
                    guard case .event(let event) = entry.content else { return nil }
                    guard (event.end ?? event.start) >= from, event.start <= to else { return nil }
                    return section.title + "\n" + draft.lines(of: entry)
                }
            }
            return Dictionary(lines.map { ($0, 1) }, uniquingKeysWith: +)
        }
        #expect(events(draft) == events(last))
        #expect(events(draft).count > 30)
        let all = draft.listed.filter { if case .event = $0.content { true } else { false } }
        #expect(all.count == events(draft).values.reduce(0, +), "a past one, or one beyond the window")
        #expect(try EventSorting(regions: publication.regions.headings).sorted(draft).bytes == draft.bytes)
    }

    @Test func finishesTheDraftOfIssue530() throws {
        let path = TestData.path("archive/draft/2024-01-17-this-week-in-rust.md")
        let text = String(decoding: try TestData.bytes(at: path), as: UTF8.self)
        var boilerplate = Boilerplate()
        boilerplate.learn(Array(try template().utf8))
        for name in TestData.issues.filter({ $0 < "2024-01-17" }).suffix(13) {
            boilerplate.learn(try TestData.bytes(ofIssue: name))
        }
        let standing = try WorkingDraft(Array(text.utf8), file: path, rules: rules)
        let outcome = try Finishing(publication, boilerplate: boilerplate).finished(standing)
        #expect(outcome.dropped == ["Official", "Foundation", "Newsletters", "Research", "CFP - Speakers"])
        #expect(outcome.comments == 4)
        let lines = String(decoding: outcome.issue.bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        for (line, expected) in zip(lines, byHand(text)) where line != expected {
            Issue.record("'\(line)' stands where '\(expected)' should")
            break
        }
        #expect(lines.count == byHand(text).count)
    }

    /// The same by plain rules on lines, in another way than the program's.
    private func byHand(_ text: String) -> [Substring] {
        var lines: [Substring] = []
        var isInComment = false
        var isDropped = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("#") {
                let title = line.drop { $0 == "#" || $0 == " " }
                isDropped = ["Official", "Foundation", "Newsletters", "Research", "CFP - Speakers"].contains(title)
            }
            let begins = line.hasPrefix("<!--")
            if begins { isInComment = true }
            let isComment = isInComment
            if line.hasSuffix("-->") { isInComment = false }
            if isDropped || isComment { continue }
            // Where something went from between two blank lines one of them goes with it.
            if line.isEmpty, lines.last?.isEmpty == true { continue }
            lines.append(line)
        }
        return lines
    }

    @Test func sortsEveryIssueAndLosesNothing() throws {
        let sorting = EventSorting(regions: publication.regions.headings)
        var changed = 0
        for name in TestData.issues {
            let before = try issue(name)
            let after = try sorting.sorted(before)
            #expect(try sorting.sorted(after).bytes == after.bytes, "\(name) sorted twice")
            if after.bytes == before.bytes { continue }
            changed += 1
            let (isEveryLine, isEveryEntry) = (
                Self.lines(after) == Self.lines(before), Self.entries(after) == Self.entries(before)
            )
            #expect(isEveryLine, "\(name) has other lines")
            #expect(isEveryEntry, "\(name) has other entries")
        }
        #expect(changed > 100)
    }

    private static func lines(_ draft: WorkingDraft) -> [String: Int] {
        let lines = String(decoding: draft.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        return Dictionary(lines.map { (String($0), 1) }, uniquingKeysWith: +)
    }

    private static func entries(_ draft: WorkingDraft) -> [String: Int] {
        let all = draft.issue.sections.flatMap { section in
            section.entries.filter { $0.content != .prose }.map {
                "\(section.title)\n\($0.title)\n\($0.url ?? "")\n\($0.content)"
            }
        }
        return Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
    }
}
