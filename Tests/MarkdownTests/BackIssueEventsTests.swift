import Markdown
import Newsletter
import TestKit
import Testing

@Suite(.withBackIssues) struct BackIssueEventsTests {
    /// Lines that lack something that every event has, with what it is.
    private static let named = [
        "2025-10-22-this-week-in-rust.md:317": "no place: '* 2025-11-10 || [BetterCode](…)'",
        "2025-10-29-this-week-in-rust.md:330": "likewise",
        "2025-11-05-this-week-in-rust.md:313": "likewise",
        "2026-02-25-this-week-in-rust.md:334": "no place: '* 2026-03-19 - 2026-03-20 | | [Rustikon](…)'",
    ]

    @Test func typesEventLines() throws {
        var (all, complete) = (0, 0)
        var lost: [String] = []
        for name in TestData.issues {
            let lines = try Self.eventLines(in: TestData.bytes(ofIssue: name))
            guard !lines.isEmpty else { continue }
            let sections = try BackIssues.read(name).issue.sections
            let typed = Set(sections.flatMap(\.entries).filter(Self.isComplete).map(\.range.start.line))
            let unrecognized = Set(sections.flatMap(\.unrecognized).map(\.start.line))
            all += lines.count
            complete += lines.intersection(typed).count
            lost += lines.subtracting(typed).subtracting(unrecognized).sorted().map { "\(name):\($0)" }
        }
        #expect(all > 8000)
        #expect(Double(complete) >= 0.995 * Double(all), "\(complete) of \(all)")
        #expect(Set(lost) == Set(Self.named.keys))
    }

    /// The numbers of the lines that are written as events are: `* YYYY-MM-DD | …`, `- YYYY-…`.
    private static func eventLines(in bytes: [UInt8]) -> Set<Int> {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        return Set(lines.indices.filter { lines[$0].prefixMatch(of: /\ {0,3}[*-]\ +\d{4}-\d/) != nil }.map { $0 + 1 })
    }

    private static func isComplete(_ entry: Entry) -> Bool {
        guard case .event(let event) = entry.content else { return false }
        return !entry.title.isEmpty && entry.url?.isEmpty == false && event.place?.isEmpty == false
            && event.organizers.first?.name.isEmpty == false
    }
}
