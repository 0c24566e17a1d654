internal import Context
internal import Foundation
internal import Newsletter
internal import Text

/// The links from issues to pages of their own site, which were written when the old program built it: each shows how a
/// URL or a heading's id was formed.
struct OwnLinks {
    private let site: String
    private let files: Files
    private let address: SiteAddress
    private var pages: [String: BuiltPage] = [:]

    /// - Parameter site: the folder of the new site.
    init(site: String, files: Files, address: SiteAddress) {
        self.site = site
        self.files = files
        self.address = address
    }

    /// Checks whether these links lead to pages and headings of the new site.
    ///
    /// - Parameter links: the links' URLs as they are written, with the issue's file.
    mutating func checks(of links: [(url: String, file: String)]) -> [AdoptionCheck] {
        var urls = AdoptionCheck("URLs of this site in its issues")
        var headings = AdoptionCheck("heading ids in these URLs")
        for link in links {
            guard let path = path(of: link.url) else { continue }
            let parts = path.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            guard let file = file(at: String(parts.first ?? "")) else {
                urls.count("no page or file at /\(parts.first ?? "")", in: link.file)
                continue
            }
            urls.count(nil, in: link.file)
            guard parts.count > 1, !parts[1].isEmpty, file.hasSuffix(".html") else { continue }
            let id = String(parts[1])
            let found = page(file).ids
            headings.count(
                found.contains(id) || id.removingPercentEncoding.map(found.contains) ?? false
                    ? nil : "/\(parts[0]) has no '\(id)'", in: link.file)
        }
        return [urls, headings].filter { $0.total > 0 }
    }

    /// The path from the site's root with the fragment, without a query; nil for a link to another site.
    private func path(of url: String) -> String? {
        var rest = url[...]
        if let scheme = ["https://", "http://"].first(where: { url.lowercased().hasPrefix($0) }) {
            rest = rest.dropFirst(scheme.count)
            let host = rest.prefix { !"/?#".contains($0) }
            let plain = { (host: String) in host.lowercased().hasPrefix("www.") ? String(host.dropFirst(4)) : host }
            guard plain(host.lowercased()) == plain(address.host.lowercased()) else { return nil }
            rest = rest.dropFirst(host.count)
        } else if !url.hasPrefix("/") || url.hasPrefix("//") {
            return nil
        }
        var path = String(rest)
        if path.hasPrefix(address.base) {
            path.removeFirst(address.base.count)
        } else if path.hasPrefix("/") {
            path.removeFirst()
        }
        guard let query = path.firstIndex(of: "?") else { return path }
        let fragment = path.firstIndex(of: "#") ?? path.endIndex
        return query < fragment ? String(path[..<query] + path[fragment...]) : path
    }

    /// The file at a path of the site, as a server finds it; nil if there is none.
    private func file(at path: String) -> String? {
        let path = path.removingPercentEncoding ?? path
        guard !path.split(separator: "/").contains("..") else { return nil }
        return [SiteAddress.pageFile(of: path), path + ".html", path + "/index.html"].map { "\(site)/\($0)" }.first {
            !files.isFolder($0) && files.status($0) != nil
        }
    }

    private mutating func page(_ file: String) -> BuiltPage {
        if let known = pages[file] { return known }
        // A page that can't be read counts as one without headings, and is then reported.
        let page = BuiltPage((try? files.read(file)) ?? [])
        pages[file] = page
        return page
    }
}
