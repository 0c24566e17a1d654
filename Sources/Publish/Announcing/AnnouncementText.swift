internal import Newsletter
internal import Text

/// The text of an announcement: a template with the facts of the issue, shortened to what a service accepts.
///
/// What can be shortened are the highlights, then the counts, then the title. The address and the words of the template
/// are never cut.
package struct AnnouncementText: Sendable {
    /// The template; nil for the default.
    private let template: String?
    /// The language of dates and counts (BCP 47); nil for that of the publication.
    private let language: String?
    private let limit: TextLimit
    private let markup: Markup
    /// The greatest number of highlights.
    private let highlights: Int

    /// How a service reads the text.
    package enum Markup: Sendable {
        case plain
        /// Characters of titles that have a meaning in Markdown are escaped.
        case markdown
    }

    package init(
        template: String?, language: String?, limit: TextLimit, markup: Markup = .plain, highlights: Int = 5
    ) {
        self.template = template
        self.language = language
        self.limit = limit
        self.markup = markup
        self.highlights = highlights
    }

    package static let standard = "{title}\n\n{counts}\n{highlights}\n\n{url}"
    static let names = ["title", "number", "date", "url", "links", "events", "counts", "highlights"]

    /// - Throws: a fault if even the shortest form is too long.
    package func text(for request: PublishRequest) throws(StepFault) -> String {
        let facts = Facts(request, language: language, markup: markup, highlights: highlights)
        for count in stride(from: facts.highlights.count, through: 0, by: -1) {
            let text = filled(facts.values(highlights: count))
            if limit.allows(text) { return text }
        }
        var values = facts.values(highlights: 0)
        values["counts"] = ""
        for title in facts.titles {
            values["title"] = title
            let text = filled(values)
            if limit.allows(text) { return text }
        }
        throw StepFault(
            "the text of the announcement is too long: the limit is \(limit.characters) characters",
            remedy: "Shorten 'text:' in the settings")
    }

    /// Fills in the values, and removes what is left empty.
    private func filled(_ values: [String: String]) -> String {
        var lines: [String] = []
        let template = template ?? Self.standard
        for line in template.split(separator: "\n", omittingEmptySubsequences: false) {
            var (output, hasPlaceholder, hasValue) = ("", false, false)
            var rest = line
            while let open = rest.firstIndex(of: "{") {
                output += rest[..<open]
                let name = rest[rest.index(after: open)...].prefix { $0 != "}" }
                guard name.endIndex < rest.endIndex, let value = values[String(name)] else {
                    output += "{"
                    rest = rest[rest.index(after: open)...]
                    continue
                }
                output += value
                hasPlaceholder = true
                hasValue = hasValue || !value.isEmpty
                rest = rest[rest.index(after: name.endIndex)...]
            }
            output += rest
            if hasPlaceholder, !hasValue { continue }
            if output.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(output)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
