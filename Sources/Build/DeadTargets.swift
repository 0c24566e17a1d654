internal import Context
internal import Markdown
internal import Newsletter
internal import Settings
internal import Text

/// The links and images that lead to files that the site doesn't have.
struct DeadTargets {
    /// An error for each picture for link previews that doesn't exist.
    private(set) var images: [Diagnostic] = []
    /// A warning for each URL in texts, with the first place where it is and how often it occurs.
    private(set) var links: [Diagnostic] = []

    /// - Parameter products: everything that the site has.
    init(on site: Site, among products: [Product]) {
        let summaries = site.issues.summaries
        let linking =
            summaries.filter { !$0.localLinks.isEmpty }.map { ($0.file, $0.localLinks) }
            + site.pages.filter { !$0.localLinks.isEmpty }.map { ($0.file, $0.localLinks) }
        let pictures =
            [(site.publication.image, site.location.settings, "in the settings")]
            + summaries.map { ($0.header.image, $0.file, "at the top") }
        guard !linking.isEmpty || pictures.contains(where: { $0.0 != nil }) else { return }
        let paths = Set(products.map(\.path))
        for (image, file, place) in pictures {
            guard let image, !image.hasPrefix("http"), !Self.exists("/" + image.drop { $0 == "/" }, on: site, paths)
            else { continue }
            images.append(
                Diagnostic(
                    "there is no file for 'image: \(image)'",
                    remedy: "Add the file, or correct 'image:' \(place)", file: file))
        }
        links = Self.diagnostics(linking, on: site, paths)
    }

    private static func diagnostics(
        _ linking: [(file: String, links: [LocalLink])], on site: Site, _ paths: Set<String>
    ) -> [Diagnostic] {
        var known: [String: Bool] = [:]
        var dead: [String: [(file: String, line: Int)]] = [:]
        for (file, links) in linking {
            for link in links {
                // Links to Markdown files depend on the folder of the file that they are in.
                let path = link.url.hasPrefix("/") ? link.url : site.issues.links.target(of: link.url, from: file)
                let key = path ?? link.url
                let isThere = known[key] ?? path.map { exists($0, on: site, paths) } ?? false
                known[key] = isThere
                if !isThere { dead[link.url, default: []].append((file, link.line)) }
            }
        }
        return dead.sorted {
            ($0.value[0].file, $0.value[0].line, $0.key) < ($1.value[0].file, $1.value[0].line, $1.key)
        }
        .map { url, places in
            let count = places.count == 1 ? "" : " (\(places.count) links)"
            return Diagnostic(
                "the site has nothing at '\(url)'\(count)", remedy: "Correct the link, or add the file",
                file: places[0].file, at: SourceLocation(line: places[0].line, column: 1), severity: .warning)
        }
    }

    /// Whether the site has something at a path from the root, as a link has it.
    private static func exists(_ url: String, on site: Site, _ paths: Set<String>) -> Bool {
        SitePath.files(at: url, site.address).contains(where: paths.contains)
    }
}
