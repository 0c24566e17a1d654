internal import Markdown
internal import Newsletter
internal import Text

/// The template tags in the issues, which the old program replaced.
struct TemplateTagReport {
    /// A tag with the issues that have it.
    struct Seen {
        /// As in an issue, without further arguments: `{% include x.html %}`.
        var text: String
        var form: TemplateTagForm
        /// The keys under which `includes:` may have its replacement.
        var keys: [String]
        var count = 0
        var files: [String] = []
    }

    private(set) var seen: [Seen] = []

    init(_ issues: [String], of site: OldSite) {
        var places: [String: Int] = [:]
        for file in issues {
            guard let text = site.text(file) else { continue }
            for use in TemplateTagUse.all(in: Array(text.utf8))
            where !use.name.hasPrefix("end") && !use.name.hasPrefix("/") {
                let words = use.content.split(whereSeparator: \.isWhitespace)
                let argument = use.name == "include" && words.count > 1 ? String(words[1]) : nil
                let shown = Self.shown(use, argument)
                let place = places[shown] ?? seen.count
                if place == seen.count {
                    places[shown] = place
                    seen.append(Seen(text: shown, form: use.form, keys: [argument ?? use.name, use.content]))
                }
                seen[place].count += 1
                if seen[place].files.last != file { seen[place].files.append(file) }
            }
        }
        seen.sort { ($1.count, $0.text) < ($0.count, $1.text) }
    }

    private static func shown(_ use: TemplateTagUse, _ argument: String?) -> String {
        if use.form == .shortcodes { return "{{< \(use.name) >}}" }
        return use.content.hasPrefix(use.name) && use.name.contains(".")
            ? "{{ \(use.name) }}" : "{% \(use.name)\(argument.map { " " + $0 } ?? "") %}"
    }

    /// A line for each tag that isn't replaced by its equal.
    func lines(_ settings: AdoptedSettings) -> [PrintableText] {
        let form = settings.text("template-tags").flatMap(TemplateTagForm.init(rawValue:)) ?? .none
        return seen.compactMap { tag in
            if tag.form != form {
                return "shown as text: \(tag.text), \(tag.count.counted("time")): \(AdoptionCheck.some(tag.files))"
            }
            guard !tag.keys.contains(where: { settings.has(member: $0, of: "includes") }),
                !Self.known.contains(tag.keys[0])
            else { return nil }
            return "left out: \(tag.text), \(tag.count.counted("time")): \(AdoptionCheck.some(tag.files))"
        }
    }

    /// The tags that the reader replaces.
    private static let known: Set<String> = ["highlight", "post_url", "link", "ref", "relref"]
}
