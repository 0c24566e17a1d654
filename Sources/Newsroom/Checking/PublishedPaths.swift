internal import Archive
internal import Build
internal import Context
internal import Newsletter
internal import Settings
internal import Synchronization
internal import Text

/// The paths of the site, for checks of links to them. They are only determined if a text has such a link.
///
/// `build` knows them exactly. Here, a page counts as present if it may be: aliases, and paths that depend on
/// categories, are only known to issues' headers, which the archive doesn't have.
final class PublishedPaths: Sendable {
    private let session: DraftSession
    private let archive: ArchiveIndex
    private let address: SiteAddress
    private let known = Mutex<Set<String>?>(nil)

    init(_ session: DraftSession, _ archive: ArchiveIndex) {
        self.session = session
        self.archive = archive
        address = SiteAddress(session.publication)
    }

    /// Whether the site has something at a path from its root, as a link has it.
    func contains(_ path: String) -> Bool {
        let files = SitePath.files(at: path, address)
        let folders = session.publication.folders
        return files.contains { file in
            Self.uncertain.contains(where: file.hasPrefix) || pages.contains(file)
                || exists("\(folders.static)/\(file)")
                || folders.copied.contains { file.hasPrefix($0 + "/") && exists(file) }
                || file.hasPrefix("images/") && exists("\(folders.images)/\(file.dropFirst("images/".count))")
        }
    }

    /// The beginnings of paths that pages have for each category, region or part of the list of issues, and of files that are
    /// named after their content or their kind.
    private static let uncertain = ["categories/", "events/", "favicon.", "index", "search/", "style."]

    private func exists(_ file: String) -> Bool { session.files.status(session.location.path(file)) != nil }

    /// The files of the site's pages and feeds.
    private var pages: Set<String> {
        if let known = known.withLock({ $0 }) { return known }
        let read = sitePages()
        known.withLock { $0 = read }
        return read
    }

    private func sitePages() -> Set<String> {
        let publication = session.publication
        var paths: [String] = publication.legacy.map { String($0.address.dropFirst()) }
        var pages: [SiteAddress.Page] = [
            .home, .archive, .events, .latest, .notFound, .jobs, .search, .sitemap, .robots, .styleSheet,
            .calendar(region: nil), .feed(.rss, category: nil), .feed(.atom, category: nil),
            .feed(.json, category: nil),
        ]
        for issue in archive.issues {
            let name = IssueFileName(issue.file)
            let header = IssueHeader(
                title: issue.title, number: issue.number, date: issue.date, category: nil, slug: issue.slug,
                name: name.name, file: name, permalink: issue.permalink)
            paths.append(address.path(of: header))
            pages.append(.year(issue.date.year))
            if let number = issue.number { pages += [.issueNumber(number), .discuss(number)] }
        }
        let standalone =
            // Pages that can't be read are reported by the build.
            (try? StandalonePage.all(
                in: publication.folders.pages, of: session.location, files: session.files, rules: publication.issueRules
            ))
            ?? []
        pages += standalone.map { .standalone(slug: $0.slug) }
        paths += pages.map { address.path(of: $0) }
        return Set(paths.flatMap { [SiteAddress.file(of: $0), SiteAddress.pageFile(of: $0)] })
    }
}
