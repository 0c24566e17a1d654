internal import Newsletter
internal import Settings
internal import Text

/// An entry of the navigation that the publication adds: one of its pages, or another address.
struct NavigationLink: Hashable, Sendable {
    var title: String
    var href: String

    /// The entries that the settings name, or all pages.
    ///
    /// - Throws: ``Diagnostics`` for each page that doesn't exist.
    static func all(
        _ publication: Publication, pages: [StandalonePage], location: PublicationLocation
    ) throws -> [NavigationLink] {
        let address = SiteAddress(publication)
        guard let items = publication.navigation else { return pages.map { NavigationLink($0, at: address) } }
        var faults: [Diagnostic] = []
        let links = items.compactMap { item -> NavigationLink? in
            guard item.isPage else {
                let href = item.target.hasPrefix("/") ? address.href(String(item.target.dropFirst())) : item.target
                return NavigationLink(title: item.title ?? item.target, href: href)
            }
            guard let page = pages.first(where: { $0.name == item.target || $0.slug == item.target }) else {
                let nearest = ClosestMatch.of(item.target, among: pages.map(\.name))
                faults.append(
                    Diagnostic(
                        "'navigation' names a page that doesn't exist: '\(item.target)'",
                        remedy: nearest.map { "Did you mean '\($0)'?" }
                            ?? "Write the name of a file in \(publication.folders.pages), or a path that begins with /",
                        file: location.settings))
                return nil
            }
            var link = NavigationLink(page, at: address)
            link.title = item.title ?? link.title
            return link
        }
        guard faults.isEmpty else { throw Diagnostics(faults) }
        return links
    }

    private init(title: String, href: String) {
        self.title = title
        self.href = href
    }

    private init(_ page: StandalonePage, at address: SiteAddress) {
        title = page.title
        href = address.href(.standalone(slug: page.slug))
    }
}
