internal import Settings
internal import Text

/// Reads the configuration of Pelican (https://docs.getpelican.com/en/latest/settings.html): as text, it is never run.
enum PelicanSite {
    static func read(_ site: OldSite, configuration file: String, into settings: inout AdoptedSettings) throws {
        let texts = assignments(site.text(file) ?? "", file: file)
        // The settings of the published site override the others.
        let published = assignments(site.text("publishconf.py") ?? "", file: "publishconf.py")
        func value(_ key: String) -> (text: String, source: String)? { published[key] ?? texts[key] }
        settings.set("title", value("SITENAME")?.text, from: value("SITENAME")?.source ?? "")
        if let url = value("SITEURL"), url.text.hasPrefix("http") {
            settings.set("url", AdoptionValues.joined(url.text, ""), from: url.source)
        }
        settings.set("author", value("AUTHOR")?.text, from: value("AUTHOR")?.source ?? "")
        settings.set("description", value("SITESUBTITLE")?.text, from: value("SITESUBTITLE")?.source ?? "")
        if let language = value("DEFAULT_LANG") { AdoptionValues.language(language, into: &settings) }
        if let zone = value("TIMEZONE") { AdoptionValues.timeZone(zone, into: &settings) }
        let content = value("PATH")?.text ?? "content"
        let folder = IssueFolder.largest(in: site, below: content) ?? content
        settings.set("folders.issues", folder, from: "the folder in \(content) with the most articles")
        settings.set("folders.images", content + "/images", from: "Pelican's folder of images")
        settings.set("folders.pages", content + "/pages", from: "Pelican's folder of pages")
        let address = value("ARTICLE_URL")
        settings.set(
            "address", pattern(address?.text ?? "{slug}.html", isOfName: value("SLUGIFY_SOURCE")?.text == "basename"),
            from: address?.source ?? "Pelican's default for ARTICLE_URL")
        if settings.text("address")?.contains("{slug}") == true {
            settings.set("slugs", "pelican", from: "Pelican's rule for addresses")
        }
        settings.set("heading-ids", "python-markdown", from: "Pelican's Markdown")
    }

    /// The assignments of plain texts at the beginning of a line: `SITENAME = 'Weekly'`.
    static func assignments(_ text: String, file: String) -> [String: (text: String, source: String)] {
        var values: [String: (text: String, source: String)] = [:]
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            guard let equals = line.firstIndex(of: "="), line.first?.isUppercase == true else { continue }
            let key = String(line[..<equals]).trimmedBlanks
            var value = String(line[line.index(after: equals)...]).trimmedBlanks[...]
            if let prefix = value.first, "urbURB".contains(prefix) { value = value.dropFirst() }
            guard let quote = value.first, quote == "'" || quote == "\"",
                key.utf8.allSatisfy({ 0x41...0x5A ~= $0 || $0 == 0x5F || 0x30...0x39 ~= $0 })
            else { continue }
            let inner = value.dropFirst()
            guard let end = inner.firstIndex(of: quote) else { continue }
            values[key] = (String(inner[..<end]), "\(file):\(index + 1), \(key)")
        }
        return values
    }

    /// The pattern of addresses for `ARTICLE_URL`.
    static func pattern(_ address: String, isOfName: Bool) -> String {
        var pattern = address
        for (placeholder, field) in [
            ("{date:%Y}", "{year}"), ("{date:%m}", "{month}"), ("{date:%d}", "{day}"), ("{date:%V}", "{week}"),
            ("{slug}", isOfName ? "{name}" : "{slug}"),
        ] {
            pattern = pattern.replacing(placeholder, with: field)
        }
        return pattern.hasPrefix("/") ? pattern : "/" + pattern
    }
}
