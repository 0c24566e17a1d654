internal import Text

/// What a link to a path of the site leads to.
package enum SitePath {
    /// The files that a web server may answer with, by their paths from the site's root.
    ///
    /// - Parameter url: a path with a leading slash, and maybe a query and a fragment; a site below a path accepts both
    ///   paths from its own root and from the host's.
    package static func files(at url: String, _ address: SiteAddress) -> [String] {
        let path = PercentEncoding.decoded(String(url.prefix { $0 != "?" && $0 != "#" }))
        let below =
            path + "/" == address.base ? "" : path.hasPrefix(address.base) ? path.dropFirst(address.base.count) : nil
        return ([below, path.dropFirst()] as [Substring?]).compactMap { $0 }.flatMap { relative in
            let relative = String(relative)
            return [SiteAddress.file(of: relative), SiteAddress.pageFile(of: relative), relative + "/index.html"]
        }
    }
}
