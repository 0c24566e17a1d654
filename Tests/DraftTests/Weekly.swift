import Markdown
import Newsletter

@testable import Draft
import Text

/// A publication with every kind of section, for drafts that stand in tests.
enum Weekly {
    static let publication: Publication = {
        var publication = Publication(title: "Weekly", address: "https://weekly.example/")
        publication.sections = [
            SectionRule(kind: .links, headings: ["News"]),
            SectionRule(kind: .events, headings: ["Events"]),
            SectionRule(kind: .pullRequests, headings: ["Changes"]),
            SectionRule(kind: .proposals, stage: .approved, headings: ["Approved"]),
            SectionRule(kind: .proposals, stage: .finalCommentPeriod, headings: ["Final Comments"]),
            SectionRule(kind: .testing, headings: ["Testing"]),
            SectionRule(kind: .participation, calls: .project, headings: ["Tasks"]),
            SectionRule(kind: .participation, calls: .event, headings: ["Speakers"]),
            SectionRule(kind: .pick, headings: ["Pick"]),
            SectionRule(kind: .quote, headings: ["Quote"]),
            SectionRule(kind: .jobs, headings: ["Jobs"]),
        ]
        return publication
    }()

    /// A draft with the usual header above its sections.
    static func draft(_ sections: String, date: String = "2026-03-04", file: String = "draft/7.md") throws
        -> WorkingDraft
    {
        try WorkingDraft(
            Array("Title: Weekly 7\nNumber: 7\nDate: \(date)\n\n\(sections)".utf8), file: file,
            rules: SectionRules(publication.sections))
    }

    static func link(_ title: String, _ url: String, in section: String? = nil, tags: [String] = []) -> Candidate {
        Candidate(source: "test", kind: .links, section: section, title: title, url: url, tags: tags)
    }

    static func event(
        _ title: String, _ url: String, on start: String, until end: String? = nil, in region: String? = nil,
        at place: String? = nil, mode: Event.Mode = .inPerson, by organizers: [Event.Organizer] = []
    ) throws -> Candidate {
        guard let start = CalendarDate(iso8601: start) else { throw NoDay() }
        let event = Event(
            start: start, end: end.flatMap { CalendarDate(iso8601: $0) }, mode: mode, place: place,
            organizers: organizers)
        return Candidate(
            source: "test", kind: .events, section: region, title: title, url: url, content: .event(event))
    }

    struct NoDay: Error {}
}

extension WorkingDraft {
    /// What stands below the header.
    var body: String {
        let text = String(decoding: bytes, as: UTF8.self)
        let end = text.firstRange(of: "\n\n") ?? text.firstRange(of: "\r\n\r\n")
        return end.map { String(text[$0.upperBound...]) } ?? ""
    }

    /// All entries that are no prose.
    var listed: [Entry] { issue.sections.flatMap(\.entries).filter { $0.content != .prose } }
}
