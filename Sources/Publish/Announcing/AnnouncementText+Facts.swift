internal import Newsletter
internal import Text

extension AnnouncementText {
    /// The facts of an issue, as texts.
    struct Facts {
        private let fixed: [String: String]
        /// The best entries, one line each.
        let highlights: [String]
        /// The title, then shorter and shorter forms of it.
        let titles: [String]

        init(_ request: PublishRequest, language: String?, markup: Markup, highlights most: Int) {
            let issue = request.issue
            let words = Localization.of(language ?? request.publication.language)
            let links = Self.count(issue.highlights.links, "link", words)
            let events = Self.count(issue.highlights.events, "event", words)
            let counts = [links, events].filter { !$0.isEmpty }
            fixed = [
                "number": String(issue.number), "date": words.long(issue.date), "url": issue.url,
                "links": String(issue.highlights.links), "events": String(issue.highlights.events),
                "counts": counts.count == 2
                    ? words["announced_both"].replacing("{links}", with: links).replacing("{events}", with: events)
                    : counts.joined(),
            ]
            highlights = issue.highlights.titles.prefix(most).map { title in
                let title = AnnouncementText.quoted(title, markup)
                return markup == .markdown ? "- \(title)" : "• \(title)"
            }
            titles = Self.shortened(issue.title.collapsingBlanks).map { AnnouncementText.quoted($0, markup) }
        }

        func values(highlights count: Int) -> [String: String] {
            var values = fixed
            values["title"] = titles.first ?? ""
            values["highlights"] = highlights.prefix(count).joined(separator: "\n")
            return values
        }

        private static func count(_ number: Int, _ noun: String, _ words: Localization) -> String {
            switch number {
            case 0: ""
            case 1: words["announced_\(noun)"]
            default: words["announced_\(noun)s"].replacing("{count}", with: String(number))
            }
        }

        /// The text, then the text without its last word, and so on; a text without blanks loses characters instead.
        private static func shortened(_ text: String) -> [String] {
            let words = text.split(separator: " ")
            if words.count > 1 {
                return [text]
                    + (1..<words.count).reversed().map { words[..<$0].joined(separator: " ") + "…" }
            }
            return [text] + stride(from: text.count - 1, to: 0, by: -1).map { text.prefix($0) + "…" }
        }
    }

    /// The text on one line, so that the service reads neither markup nor the names of accounts in it, which would
    /// be notified.
    static func quoted(_ text: String, _ markup: Markup) -> String {
        var output = ""
        for character in text.collapsingBlanks {
            if markup == .markdown, "\\`*_{}[]<>#|~".contains(character) { output += "\\" }
            output.append(character)
            if character == "@" { output.unicodeScalars.append("\u{200B}") }
        }
        return output
    }
}
