package import Context
package import Newsletter
package import Settings
internal import Text

/// Everything that outputs read: the publication, its issues, its theme.
package struct Site: Sendable {
    package let publication: Publication
    package let address: SiteAddress
    package let words: Localization
    package let issues: IssueLibrary
    package let pages: [StandalonePage]
    package let theme: Theme
    package let location: PublicationLocation
    package let files: Files
    /// The number and date of a draft that lies ready, for the announcement of the next issue.
    package let draft: IssueHeader?
    /// Put at the end of each page by `serve`.
    package let liveReload: String?
    let templates: TemplateCache
    /// Of what every page shows: program, settings, theme.
    let fingerprint: Fingerprint

    init(
        publication: Publication, issues: IssueLibrary, pages: [StandalonePage], theme: Theme,
        location: PublicationLocation, files: Files,
        draft: IssueHeader?, liveReload: String?, basis: Fingerprint, templates known: TemplateCache? = nil
    ) {
        self.publication = publication
        self.issues = issues
        self.pages = pages
        self.theme = theme
        self.location = location
        self.files = files
        self.draft = draft
        self.liveReload = liveReload
        address = SiteAddress(publication)
        words = Localization.of(publication.language)
        fingerprint = Fingerprint(.fingerprint(basis), .fingerprint(theme.fingerprint), .text(liveReload ?? ""))
        // The plates of the last build serve again as long as nothing that all pages show has changed.
        templates =
            known.flatMap { [fingerprint] in $0.fingerprint == fingerprint ? $0 : nil }
            ?? TemplateCache(
                fingerprint: fingerprint, library: theme.mustache,
                constants: PageContext.constants(
                    publication, address: address, words: words, styleSheet: StyleSheet.href(theme, address: address),
                    liveReload: liveReload))
    }

    /// From the newest to the oldest.
    var newestFirst: ReversedCollection<[IssueSummary]> { issues.summaries.reversed() }

    /// The category an issue counts to.
    func category(of summary: IssueSummary) -> String { summary.header.category ?? publication.category }

    /// A page of a template; its fingerprint covers the site's, the template and the given parts.
    func page(
        _ template: String, at path: String, dependingOn parts: [Fingerprint.Part] = [],
        _ context: @escaping @Sendable (Site) throws -> TemplateContext
    ) -> Product {
        var mixer = FingerprintMixer()
        mixer.add(.fingerprint(fingerprint))
        mixer.add(.text(template))
        for part in parts { mixer.add(part) }
        return Product(
            path: SiteAddress.file(of: path), fingerprint: mixer.fingerprint,
            content: .bytes { [self] in templates.render(template, try context(self)) })
    }

    /// Any other file made from the site.
    func file(
        at path: String, dependingOn parts: [Fingerprint.Part], _ bytes: @escaping @Sendable (Site) throws -> [UInt8]
    ) -> Product {
        var mixer = FingerprintMixer()
        mixer.add(.fingerprint(fingerprint))
        for part in parts { mixer.add(part) }
        return Product(path: path, fingerprint: mixer.fingerprint, content: .bytes { [self] in try bytes(self) })
    }
}
