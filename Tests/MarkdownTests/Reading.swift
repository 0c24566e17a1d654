import Markdown
import Newsletter

/// Reads a whole issue, every heading `Heading` of one kind.
func read(
    _ text: String, kind: SectionKind = .links, stage: Proposal.Stage? = nil, calls: CallForParticipation.Kind? = nil,
    parts: IssueReader.Parts = .sections
) throws(Diagnostics) -> IssueReader.Reading {
    let rule = SectionRule(kind: kind, stage: stage, calls: calls, headings: ["Heading"])
    return try IssueReader(rules: SectionRules([rule])).read(Array(text.utf8), file: "issue.md", parts: parts)
}

/// The entries of one section of a kind, in an issue of 18 June 2025.
func entries(
    _ kind: SectionKind, _ markdown: String, under heading: String = "Heading", stage: Proposal.Stage? = nil,
    calls: CallForParticipation.Kind? = nil
) throws(Diagnostics) -> [Entry] {
    let text = "Title: Test 604\nDate: 2025-06-18\n\n# Heading\n## \(heading)\n\(markdown)\n"
    return try read(text, kind: kind, stage: stage, calls: calls).issue.sections.last?.entries ?? []
}

/// The page's body of a Markdown text.
func html(_ markdown: String) -> String {
    String(decoding: page(of: markdown).body, as: UTF8.self)
}

/// The same with the page's headings.
func page(of markdown: String) -> (body: [UInt8], headings: [Heading]) {
    let reading = try? read("Title: Test 604\nDate: 2025-06-18\n\n\(markdown)", parts: .body)
    return (reading?.body ?? [], reading?.headings ?? [])
}

extension Entry {
    /// An event on one line: `2025-06-19 virtual @ Berlin, DE, by Rust Berlin <url>: Title <url>`.
    var eventLine: String {
        guard case .event(let event) = content else { return "no event: \(content.type) \(title)" }
        var line = "\(event.start)"
        if let end = event.end { line += "…\(end)" }
        line += " \(event.mode.rawValue)"
        if let place = event.place { line += " @ \(place)" }
        let people = event.organizers.map { organizer in organizer.name + (organizer.url.map { " <\($0)>" } ?? "") }
        if !people.isEmpty { line += ", by " + people.joined(separator: " & ") }
        return line + ": \(title)" + (url.map { " <\($0)>" } ?? "")
    }

    /// An entry on one line: `link: Title <url> [tag]`.
    var line: String {
        "\(content.type): \(title)" + (url.map { " <\($0)>" } ?? "") + tags.map { " [\($0)]" }.joined()
    }
}
