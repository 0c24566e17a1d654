internal import Archive
package import Context
package import Newsletter
internal import Search
package import Settings
internal import Text

/// Everything that outputs read: the publication, its issues and its theme.
package struct Site: Sendable {
    package let publication: Publication
    package let address: SiteAddress
    package let words: Localization
    package let issues: IssueLibrary
    let corrections: Corrections
    package let pages: [StandalonePage]
    package let theme: Theme
    package let location: PublicationLocation
    package let files: Files
    /// The number and date of the current draft, for announcing the next issue.
    package let draft: IssueHeader?
    /// HTML that `serve` adds at the end of each page.
    package let liveReload: String?
    /// What the publication adds to the navigation.
    let navigation: [NavigationLink]
    let icon: SiteIcon
    /// The search index; nil if the publication has no search.
    let search: SearchContainer?
    let templates: TemplateCache
    /// The fingerprint of what every page shows: program, settings, theme.
    let fingerprint: Fingerprint

    init(
        publication: Publication, issues: IssueLibrary, corrections: Corrections, pages: [StandalonePage], theme: Theme,
        location: PublicationLocation, files: Files, navigation: [NavigationLink], icon: SiteIcon,
        draft: IssueHeader?, liveReload: String?, basis: Fingerprint, templates known: TemplateCache? = nil,
        search: SearchContainer? = nil
    ) {
        self.search = search
        self.navigation = navigation
        self.icon = icon
        self.publication = publication
        self.issues = issues
        self.corrections = corrections
        self.pages = pages
        self.theme = theme
        self.location = location
        self.files = files
        self.draft = draft
        self.liveReload = liveReload
        address = SiteAddress(publication)
        words = publication.localization
        fingerprint = Fingerprint(
            .fingerprint(basis), .fingerprint(theme.fingerprint), .text(liveReload ?? ""), .text(icon.path(address)),
            .text(navigation.map { "\($0.title)\n\($0.href)" }.joined(separator: "\n")))
        // The last build's compiled templates are reused unless something that all pages show has changed.
        templates =
            known.flatMap { [fingerprint] in $0.fingerprint == fingerprint ? $0 : nil }
            ?? TemplateCache(
                fingerprint: fingerprint, library: theme.mustache,
                constants: PageContext.constants(
                    publication, address: address, words: words, styleSheet: StyleSheet.href(theme, address: address),
                    icon: icon, liveReload: liveReload))
    }

    /// The issues from the newest to the oldest.
    var newestFirst: ReversedCollection<[IssueSummary]> { issues.summaries.reversed() }

    /// The category that an issue belongs to.
    func category(of summary: IssueSummary) -> String { summary.header.category ?? publication.category }

    /// A page rendered from a template; its fingerprint covers the site, the template and the given parts.
    func page(
        _ template: String, at path: String, dependingOn parts: [Fingerprint.Part] = [],
        _ context: @escaping @Sendable (Site) throws -> TemplateContext
    ) -> Product {
        var mixer = FingerprintMixer()
        mixer.add(.fingerprint(fingerprint))
        mixer.add(.text(template))
        for part in parts { mixer.add(part) }
        return Product(
            path: SiteAddress.pageFile(of: path), fingerprint: mixer.fingerprint,
            content: .bytes { [self] in templates.render(template, try context(self)) })
    }

    /// A generated file that isn't rendered from a template.
    func file(
        at path: String, dependingOn parts: [Fingerprint.Part], _ bytes: @escaping @Sendable (Site) throws -> [UInt8]
    ) -> Product {
        var mixer = FingerprintMixer()
        mixer.add(.fingerprint(fingerprint))
        for part in parts { mixer.add(part) }
        return Product(path: path, fingerprint: mixer.fingerprint, content: .bytes { [self] in try bytes(self) })
    }
}
