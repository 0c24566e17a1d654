internal import Settings
internal import Text

/// Reads the configuration of Jekyll (https://jekyllrb.com/docs/configuration/options/).
enum JekyllSite {
    static func read(_ site: OldSite, configuration file: String, into settings: inout AdoptedSettings) throws {
        let configuration = try OldConfiguration(file, text: file == "_posts" ? nil : site.text(file))
        AdoptionValues.masthead(configuration, into: &settings)
        if let url = url(configuration, site) { settings.set("url", url.text, from: url.source) }
        if let zone = configuration.value("timezone") { AdoptionValues.timeZone(zone, into: &settings) }
        let source = configuration.value("source")?.text ?? ""
        let collections = configuration.value("collections_dir")?.text ?? ""
        let folder = [source, collections, "_posts"].filter { !$0.isEmpty && $0 != "." }.joined(separator: "/")
        settings.set("folders.issues", folder, from: "Jekyll's folder of posts")
        settings.set("folders.drafts", folder.replacing("_posts", with: "_drafts"), from: "Jekyll's folder of drafts")
        let permalink = configuration.value("permalink")
        let pattern = pattern(permalink?.text ?? "date")
        settings.set("address", pattern, from: permalink?.source ?? "Jekyll's default for permalink")
        let isGitHub = configuration.value("markdown")?.text.lowercased().contains("commonmark") ?? false
        let plain = configuration.value("kramdown.input").map { $0.text.lowercased() == "kramdown" } ?? false
        settings.set(
            "heading-ids", plain && !isGitHub ? "kramdown" : "github",
            from: configuration.value("kramdown.input", "markdown")?.source ?? "Jekyll's default, kramdown with GFM")
        settings.set("held-back.future", future(configuration), from: "Jekyll leaves out posts of the future")
        settings.set("template-tags", .text("liquid"), from: "Jekyll's template language")
    }

    private static func future(_ configuration: OldConfiguration) -> SettingValue {
        .flag(configuration.value("future").map { $0.text.lowercased() != "true" } ?? true)
    }

    private static func url(_ configuration: OldConfiguration, _ site: OldSite) -> (text: String, source: String)? {
        let base =
            configuration.value("baseurl").map { "/" + $0.text.split(separator: "/").joined(separator: "/") } ?? ""
        if let url = configuration.value("url"), url.text.hasPrefix("http") {
            return (AdoptionValues.joined(url.text, base), url.source)
        }
        guard let host = site.text("CNAME")?.trimmedBlanks, !host.isEmpty else { return nil }
        return (AdoptionValues.joined("https://\(host)", base), "CNAME")
    }

    /// The pattern of addresses for a permalink (https://jekyllrb.com/docs/permalinks/).
    static func pattern(_ permalink: String) -> String {
        let styles = [
            "date": "/:categories/:year/:month/:day/:title.html", "pretty": "/:categories/:year/:month/:day/:title/",
            "none": "/:categories/:title.html", "ordinal": "/:categories/:year/:y_day/:title.html",
        ]
        var pattern = styles[permalink] ?? permalink
        // A longer name comes before the beginning of it.
        for (placeholder, field) in [
            (":categories", "{categories}"), (":slugified_categories", "{categories}"), (":year", "{year}"),
            (":month", "{month}"), (":day", "{day}"), (":title", "{name}"), (":slug", "{name}"), (":week", "{week}"),
            (":output_ext", ".html"), (":name", "{name}"),
        ] {
            pattern = pattern.replacing(placeholder, with: field)
        }
        return pattern.hasPrefix("/") ? pattern : "/" + pattern
    }
}
