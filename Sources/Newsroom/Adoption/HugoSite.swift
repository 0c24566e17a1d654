internal import Archive
internal import Context
internal import Newsletter
internal import Settings
internal import Text

/// Reads the configuration of Hugo (https://gohugo.io/configuration/all/).
enum HugoSite {
    static func read(_ site: OldSite, configuration file: String, into settings: inout AdoptedSettings) throws {
        let configuration = try OldConfiguration(file, text: site.text(file))
        AdoptionValues.masthead(configuration, into: &settings)
        if let url = configuration.value("baseurl"), url.text.hasPrefix("http") {
            settings.set("url", AdoptionValues.joined(url.text, ""), from: url.source)
        }
        if let zone = configuration.value("timezone") { AdoptionValues.timeZone(zone, into: &settings) }
        let content = configuration.value("contentdir")?.text ?? "content"
        let section = IssueFolder.largest(in: site, below: content) ?? content
        settings.set("folders.issues", section, from: "the folder in \(content) with the most pages")
        let name = section.split(separator: "/").dropFirst().first.map(String.init) ?? ""
        let permalink = configuration.value("permalinks.page.\(name)", "permalinks.\(name)")
        let prefix = section.split(separator: "/").dropFirst().joined(separator: "/")
        let isUgly = configuration.value("uglyurls")?.text.lowercased() == "true"
        let standard =
            "/" + (prefix.isEmpty ? "" : prefix + "/") + (hasFolders(site, section) ? "{folder}/" : "")
            + ":slugorcontentbasename" + (isUgly ? ".html" : "/")
        settings.set(
            "address", pattern(permalink?.text ?? standard, section: name, file: nameField(configuration)),
            from: permalink?.source ?? "Hugo's default address of \(section)")
        if settings.text("address")?.contains("{slug}") == true {
            settings.set("slugs", "hugo", from: "Hugo's rule for addresses")
        }
        settings.set("folders.static", "static", from: "Hugo's folder of files")
        settings.set("heading-ids", "goldmark", from: "Hugo's default")
        settings.set("held-back.future", .flag(true), from: "Hugo leaves out pages of the future")
        settings.set("template-tags", .text("shortcodes"), from: "Hugo's shortcodes")
    }

    /// The pattern of addresses for a permalink (https://gohugo.io/configuration/permalinks/).
    ///
    /// - Parameter file: the placeholder for the name of the file.
    static func pattern(_ permalink: String, section: String, file: String = "{file}") -> String {
        var pattern = permalink
        for (placeholder, field) in [
            (":sections", section + "/{folder}"), (":section", section), (":slugorcontentbasename", file),
            (":slugorfilename", file), (":contentbasename", file), (":filename", file), (":year", "{year}"),
            (":monthname", "{month}"), (":month", "{month}"), (":day", "{day}"), (":title", "{slug}"),
            (":slug", "{slug}"),
        ] {
            pattern = pattern.replacing(placeholder, with: field)
        }
        return pattern.hasPrefix("/") ? pattern : "/" + pattern
    }

    /// Hugo takes the date out of a file's name only if the configuration names `:filename` as a source of dates
    /// (https://gohugo.io/configuration/front-matter/).
    private static func nameField(_ configuration: OldConfiguration) -> String {
        configuration.value("frontmatter.date")?.text.lowercased() == ":filename" ? "{name}" : "{file}"
    }

    /// Whether issues are in folders below the section's, which are part of their addresses.
    static func hasFolders(_ site: OldSite, _ section: String) -> Bool {
        site.listed.contains { file in
            file.path.hasPrefix(section + "/") && IssueFiles.isIssue(file.path)
                && IssueFileName(file.path).folder != section
        }
    }
}
