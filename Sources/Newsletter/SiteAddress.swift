package import Text

/// Builds all addresses of the site, so that no other code has to know their form.
package struct SiteAddress: Sendable {
    /// The publication's address with a trailing slash.
    package let root: String
    /// The path of the root, with leading and trailing slashes.
    package let base: String
    package let host: String
    private let issuePattern: String
    private let slugs: Slug.Rule
    private let archivePath: String
    private let issueFolder: String

    package init(_ publication: Publication) {
        root = publication.address
        let afterScheme =
            publication.address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).last ?? ""
        let slash = afterScheme.firstIndex(of: "/") ?? afterScheme.endIndex
        host = String(afterScheme[..<slash])
        base = slash == afterScheme.endIndex ? "/" : String(afterScheme[slash...])
        issuePattern = publication.issueAddress
        slugs = publication.issueRules.slugs
        archivePath = publication.archiveAddress
        issueFolder = publication.folders.issues
    }

    /// A page of the site, or a file that pages link to.
    package enum Page: Hashable, Sendable {
        case home
        /// A further page of the list of issues, numbered from 2.
        case homePage(Int)
        case archive
        case year(Int)
        case category(String)
        case standalone(slug: String)
        case events, latest, notFound, jobs, search
        /// A script or a part of the search index.
        case searchFile(String)
        case issueNumber(Int)
        case discuss(Int)
        /// The feed of all issues, or of one category.
        case feed(Feed, category: String?)
        /// The calendar of all events, or of one region.
        case calendar(region: String?)
        case sitemap, robots, styleSheet
        case icon(ending: String)
    }

    /// A feed format and the name of its file.
    package enum Feed: String, Sendable {
        case rss = "rss.xml"
        case atom = "atom.xml"
        case json = "feed.json"
    }

    /// The path of a page from the root, without a leading slash; with a trailing one for folders.
    package func path(of page: Page) -> String {
        switch page {
        case .home: ""
        case .homePage(let number): "index\(number).html"
        case .archive: String(archivePath.dropFirst())
        case .year(let year): yearPath(year)
        case .category(let name): "categories/\(Slug.of(name))/"
        case .standalone(let slug): "pages/\(slug).html"
        case .events: "events/"
        case .latest: "latest/"
        case .notFound: "404.html"
        case .jobs: "jobs/"
        case .issueNumber(let number): "issues/\(number)/"
        case .discuss(let number): "issues/\(number)/discuss/"
        case .feed(let feed, let category):
            path(of: category.map { .category($0) } ?? .home) + feed.rawValue
        case .calendar(let region): region.map { "events/\($0).ics" } ?? "events.ics"
        case .search: "search/"
        case .searchFile(let name): "search/\(name)"
        case .sitemap: "sitemap.xml"
        case .robots: "robots.txt"
        case .styleSheet: "style.css"
        case .icon(let ending): "favicon.\(ending)"
        }
    }

    /// The path of the issue with a header, in the form of ``path(of:)-swift.method``.
    ///
    /// An issue's own path in its header is used as it is.
    package func path(of header: IssueHeader) -> String {
        if let permalink = header.permalink { return String(permalink.dropFirst()) }
        let date = header.date.description.split(separator: "-")
        var path = issuePattern
        for (part, value) in [
            ("{year}", String(date[0])), ("{month}", String(date[1])), ("{day}", String(date[2])),
            ("{slug}", header.slug ?? Slug.of(header.title, or: header.name, by: slugs)),
            ("{name}", header.slug ?? header.name), ("{file}", header.slug ?? header.file?.fullName ?? header.name),
            ("{folder}", header.file.map { below(issueFolder, $0.folder) } ?? ""),
            ("{number}", header.number.map(String.init) ?? ""), ("{week}", Self.week(of: header.date)),
            ("{categories}", Self.categories(of: header)),
        ] where path.range(ofBytes: part) != nil {
            while let range = path.range(ofBytes: part) { path.replaceSubrange(range, with: value) }
        }
        // Without a category, the slashes around it are one.
        while let range = path.range(ofBytes: "//") { path.replaceSubrange(range, with: "/") }
        return String(path.dropFirst())
    }

    /// The categories as parts of a path, each once.
    private static func categories(of header: IssueHeader) -> String {
        let names = header.categories.isEmpty ? header.category.map { [$0] } ?? [] : header.categories
        return names.reduce(into: [String]()) { slugs, name in
            let slug = Slug.of(name)
            if !slugs.contains(slug) { slugs.append(slug) }
        }.joined(separator: "/")
    }

    /// A folder's path below the folder of issues; messages may show paths with a folder above it.
    private func below(_ base: String, _ folder: String) -> String {
        if folder == base { return "" }
        if folder.hasPrefix(base + "/") { return String(folder.dropFirst(base.count + 1)) }
        guard let start = folder.firstRange(of: "/\(base)/") else {
            return base == "." && !folder.hasPrefix("/") ? folder : ""
        }
        return String(folder[start.upperBound...])
    }

    /// The week's number (ISO 8601), in two digits.
    private static func week(of date: CalendarDate) -> String {
        // The week belongs to the year of its Thursday.
        let thursday = date.daysSince1970 - date.weekday.index + 3
        let year = CalendarDate(clampingDaysSince1970: thursday).year
        let first = CalendarDate(year: year, month: 1, day: 1)?.daysSince1970 ?? thursday
        let week = (thursday - first) / 7 + 1
        return week < 10 ? "0\(week)" : String(week)
    }

    /// The diagnostic for a header that has no valid address; nil if the address is valid.
    package func fault(of header: IssueHeader, file: String) -> Diagnostic? {
        if let permalink = header.permalink {
            return Self.fault(ofPermalink: permalink, file: file)
        }
        if let slug = header.slug, let fault = Self.fault(ofSlug: slug, file: file) { return fault }
        guard header.number == nil, issuePattern.range(ofBytes: "{number}") != nil else { return nil }
        return Diagnostic(
            "the issue's address needs a number", remedy: "Write a line 'Number: …' at the top", file: file,
            at: SourceLocation(line: 1, column: 1))
    }

    /// The path of a former address, as a header lists it: `/old/`, `old.html`.
    package static func path(ofAlias alias: String) -> String {
        String(alias.drop { $0 == "/" })
    }

    /// The diagnostic for a former address that can't be one; nil if it is valid.
    package static func fault(ofAlias alias: String, file: String) -> Diagnostic? {
        fault(ofPermalink: alias.hasPrefix("/") ? alias : "/" + alias, file: file)
    }

    private static func fault(ofPermalink path: String, file: String) -> Diagnostic? {
        let isInside = path.utf8.count > 1 && !path.hasPrefix("//") && !path.split(separator: "/").contains("..")
        guard !isInside || path.utf8.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "?") || $0 == 0x23 }) else {
            return nil
        }
        return Diagnostic(
            "'\(path)' can't be the address of a page", remedy: "Write it like /blog/seven/", file: file,
            at: SourceLocation(line: 1, column: 1))
    }

    /// The diagnostic for a slug that can't be used; nil if it is valid. A slug must be one part of a path, have no
    /// ASCII characters that need escaping, and not be `.` or `..`.
    package static func fault(ofSlug slug: String, file: String) -> Diagnostic? {
        let isSafe = slug.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                true
            case 0x80...: true
            default: false
            }
        }
        guard !isSafe || slug == "." || slug == ".." else { return nil }
        return Diagnostic(
            "'\(slug)' can't be part of an address", remedy: "Use letters, digits, '-', '.' and '_'", file: file,
            at: SourceLocation(line: 1, column: 1))
    }

    /// The path of a year's page: the folder of that year's issues, if their addresses begin with the year.
    private func yearPath(_ year: Int) -> String {
        guard let range = issuePattern.range(ofBytes: "{year}/"), !issuePattern[..<range.lowerBound].contains("{")
        else {
            return String(archivePath.dropFirst()) + "\(year)/"
        }
        return String(issuePattern[..<range.lowerBound].dropFirst()) + "\(year)/"
    }

    /// The page of a permanent URL.
    package static func page(of address: LastingAddress, issue number: Int) -> Page {
        switch address {
        case .jobs: .jobs
        case .discuss: .discuss(number)
        }
    }

    /// The link to a path within the site.
    package func href(_ path: String) -> String { base + Self.encoded(path) }
    package func href(_ page: Page) -> String { href(path(of: page)) }

    /// The absolute URL of a path, for feeds and metadata.
    package func url(_ path: String) -> String { root + Self.encoded(path) }
    package func url(_ page: Page) -> String { url(path(of: page)) }

    /// The absolute URL of an image, by its URL or its path on the site.
    package func image(_ path: String) -> String {
        path.hasPrefix("http") ? path : url(String(path.drop { $0 == "/" }))
    }

    /// A path with the bytes percent-encoded that a URL can't contain (RFC 3986, section 3.3).
    private static func encoded(_ path: String) -> String {
        path.utf8.allSatisfy { 0x21...0x7E ~= $0 } ? path : PercentEncoding.path(path)
    }

    /// The file that a path is served from.
    package static func file(of path: String) -> String {
        path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    }

    /// The file of a page. A path without an ending has the file `NAME.html`, which web servers for static sites look
    /// for.
    package static func pageFile(of path: String) -> String {
        let file = file(of: path)
        return file.hasSuffix(".html") || file.hasSuffix(".htm") ? file : file + ".html"
    }

    /// A permanent ID for a feed entry (RFC 4151).
    package func tag(of path: String, date: CalendarDate) -> String {
        "tag:\(host),\(date):\(base)\(path)"
    }
}
