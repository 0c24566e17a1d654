import Archive
import Markdown
import Newsletter
import TestKit
import Testing

@testable import Check

/// A small publication, and an issue of it to be checked by one check.
struct Checking {
    var publication: Publication
    var archive = ArchiveIndex.empty
    var template: String?
    var exists: (@Sendable (String) -> Bool)?
    var publishes: (@Sendable (String) -> Bool)?

    init(
        placeholders: [String: PlaceholderContent] = [:], regions: [RegionRule] = RegionRule.byContinent,
        eventDays: Int? = nil, _ change: (inout CheckSettings) -> Void = { _ in }
    ) {
        publication = Publication(title: "Weekly", address: "https://example.org/")
        publication.sections = [
            SectionRule(kind: .links, headings: ["Links", "News", "Videos"]),
            SectionRule(kind: .events, headings: ["Events"]),
            SectionRule(kind: .pullRequests, headings: ["Merged"]),
            SectionRule(kind: .proposals, headings: ["Proposals"]),
            SectionRule(kind: .participation, calls: .event, headings: ["Calls for speakers"]),
            SectionRule(kind: .participation, calls: .project, headings: ["Calls for hands"]),
            SectionRule(kind: .quote, headings: ["Quote"]),
            SectionRule(kind: .jobs, headings: ["Jobs"]),
        ]
        publication.placeholders = placeholders
        publication.regions = regions
        if let eventDays { publication.eventDays = eventDays }
        change(&publication.checks)
    }

    /// Of Wednesday, 18 June 2025.
    static let header = "Title: Weekly 604\nNumber: 604\nDate: 2025-06-18\n\n"

    func checker(_ check: any Check.Type) -> Checker {
        Checker(
            CheckContext(
                publication: publication, archive: archive, template: template, exists: exists, publishes: publishes),
            selected: [check.id])
    }

    /// What a check finds in a text with a header before it, or in a whole issue that begins with `Title:`.
    func findings(_ check: any Check.Type, _ text: String, file: String = "draft/2025-06-18-weekly.md") throws
        -> [Finding]
    {
        try checker(check).findings(in: Array(whole(text).utf8), file: file)
    }

    private func whole(_ text: String) -> String { text.hasPrefix("Title:") ? text : Self.header + text }

    /// What a check marks: one string for each finding.
    func marked(_ check: any Check.Type, _ text: String) throws -> [String] {
        let bytes = Array(whole(text).utf8)
        return try findings(check, text).map { String(decoding: bytes[$0.range.bytes], as: UTF8.self) }
    }

    /// Whether a check finds just what stands between the marks: `1️⃣…2️⃣`, `3️⃣…4️⃣` and so on.
    func expect(
        _ check: any Check.Type, finds marked: String, file: String = "draft/2025-06-18-weekly.md",
        at location: Testing.SourceLocation = #_sourceLocation
    ) throws {
        let text = MarkedText(whole(marked))
        let marks = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣"]
        let wanted = stride(from: 0, to: marks.count, by: 2).compactMap { text.range(marks[$0], marks[$0 + 1]) }
        let found = try findings(check, text.text, file: file)
        let (want, have) = (wanted.map { quoted($0, text) }, found.map { quoted($0.range.bytes, text) })
        #expect(have == want, sourceLocation: location)
        #expect(found.map(\.range.bytes) == wanted, sourceLocation: location)
        #expect(found.allSatisfy { $0.id == check.id }, sourceLocation: location)
    }

    private func quoted(_ range: Range<Int>, _ text: MarkedText) -> String {
        String(decoding: text.bytes[range], as: UTF8.self)
    }

    /// A text with all safe fixes; fixing it again must change nothing.
    func fixed(
        _ check: any Check.Type, _ text: String, at location: Testing.SourceLocation = #_sourceLocation
    ) throws -> String {
        let fixer = Fixer(checker(check), publication: publication)
        let once = try fixer.fixed(Array(whole(text).utf8), file: "issue.md").bytes
        let twice = try fixer.fixed(once, file: "issue.md")
        #expect(twice.bytes == once && twice.mended.isEmpty, "fixing again changes something", sourceLocation: location)
        let result = String(decoding: once, as: UTF8.self)
        return text.hasPrefix("Title:") ? result : String(result.dropFirst(Self.header.count))
    }

    /// A text with the first fix of the first finding, safe or not.
    func mended(
        _ check: any Check.Type, _ text: String, file: String = "draft/2025-06-18-weekly.md"
    ) throws -> String {
        let bytes = Array(whole(text).utf8)
        let finding = try #require(try findings(check, text, file: file).first)
        let fix = try #require(finding.fixes.first)
        var writer = IssueWriter(bytes)
        for splice in fix.splices { writer.replace(splice.range, with: splice.replacement) }
        let result = String(decoding: try writer.bytes(), as: UTF8.self)
        return text.hasPrefix("Title:") ? result : String(result.dropFirst(Self.header.count))
    }
}
