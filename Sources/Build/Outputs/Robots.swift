package import Context
internal import Newsletter

/// `/robots.txt`, which allows crawlers to read everything and names the sitemap (RFC 9309, sitemaps.org).
package struct Robots: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        [
            site.file(at: site.address.path(of: .robots), dependingOn: []) { site in
                Array("User-agent: *\nAllow: /\n\nSitemap: \(site.address.url(.sitemap))\n".utf8)
            }
        ]
    }
}
