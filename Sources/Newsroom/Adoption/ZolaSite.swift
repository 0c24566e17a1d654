internal import Settings
internal import Text

/// Reads the configuration of Zola (https://www.getzola.org/documentation/getting-started/configuration/).
enum ZolaSite {
    static func read(_ site: OldSite, configuration file: String, into settings: inout AdoptedSettings) throws {
        let configuration = try OldConfiguration(file, text: site.text(file))
        AdoptionValues.masthead(configuration, into: &settings)
        if let url = configuration.value("base_url"), url.text.hasPrefix("http") {
            settings.set("url", AdoptionValues.joined(url.text, ""), from: url.source)
        }
        let section = IssueFolder.largest(in: site, below: "content") ?? "content"
        settings.set("folders.issues", section, from: "the folder in content with the most pages")
        let prefix = section.split(separator: "/").dropFirst().map { "/" + $0 }.joined()
        let folder = HugoSite.hasFolders(site, section) ? "/{folder}" : ""
        // Zola takes the date out of a file's name.
        settings.set("address", prefix + folder + "/{name}/", from: "Zola's address of \(section)")
        settings.set("folders.static", "static", from: "Zola's folder of files")
        settings.set("heading-ids", "python-markdown", from: "the rule nearest to Zola's")
        settings.set("template-tags", .text("liquid"), from: "Zola's shortcodes have the brackets of Liquid")
    }

    /// Whether a configuration that Hugo and Zola would name alike is Zola's.
    static func isConfiguration(_ text: String) -> Bool {
        text.split(whereSeparator: \.isNewline).contains { line in
            line.hasPrefix("base_url") && line.dropFirst(8).drop { $0 == " " }.hasPrefix("=")
        }
    }
}
