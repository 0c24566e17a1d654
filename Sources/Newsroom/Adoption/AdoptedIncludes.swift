internal import Context
internal import Newsletter
internal import Settings
internal import Text

/// Finds what replaces the template tags of Jekyll in the issues, and the folders of files that the issues show.
enum AdoptedIncludes {
    static func add(
        _ tags: TemplateTagReport, of site: OldSite, _ program: (OldSite.Program, configuration: String),
        into settings: inout AdoptedSettings
    ) throws {
        guard program.0 == .jekyll else { return }
        let configuration = try OldConfiguration(
            program.configuration, text: program.configuration == "_posts" ? nil : site.text(program.configuration))
        for tag in tags.seen where tag.form == .liquid {
            let key = tag.keys[0]
            if tag.text.hasPrefix("{% include"), isPlain("_includes/\(key)", of: site) {
                settings.set(
                    member: key, of: "includes", .text("_includes/\(key)"),
                    from: "used in \(tag.files.count.counted("issue"))")
            } else if key.hasPrefix("site."), !["site.url", "site.baseurl"].contains(key),
                let value = configuration.value(String(key.dropFirst(5)).lowercased())
            {
                settings.set(member: key, of: "includes", .text(escaped(value.text)), from: value.source)
            }
        }
        let folders = copied(site, settings)
        if !folders.isEmpty {
            settings.set("folders.copied", .texts(folders), from: "folders of files that issues use")
        }
    }

    /// Whether a file of HTML has no template tags of its own.
    private static func isPlain(_ path: String, of site: OldSite) -> Bool {
        guard path.hasSuffix(".html") || path.hasSuffix(".svg"), let text = site.text(path) else { return false }
        return !text.contains("{%") && !text.contains("{{")
    }

    /// The folders at the root with images and other files, to which the issues have links.
    private static func copied(_ site: OldSite, _ settings: AdoptedSettings) -> [String] {
        var folders: Set<String> = []
        for file in site.listed {
            let parts = file.path.split(separator: "/")
            guard parts.count > 1, let first = parts.first?.first, first != "_", first != ".",
                let ending = parts.last?.split(separator: ".").last, endings.contains(ending.lowercased())
            else { continue }
            folders.insert(String(parts[0]))
        }
        folders.subtract(["node_modules", "vendor"])
        let issues = settings.text("folders.issues") ?? ""
        var used: Set<String> = []
        for file in site.listed where file.path.hasPrefix(issues + "/") && used.count < folders.count {
            guard let text = site.text(file.path) else { continue }
            for folder in folders where text.contains("/\(folder)/") || text.contains("(\(folder)/") {
                used.insert(folder)
            }
        }
        return used.sorted()
    }

    private static let endings: Set<String> = [
        "avif", "gif", "ico", "jpeg", "jpg", "mp3", "mp4", "pdf", "png", "svg", "txt", "webm", "webp", "zip",
    ]

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
