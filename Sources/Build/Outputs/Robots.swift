package import Context
internal import Newsletter

/// Says to crawlers that everything may be read, and where the list of pages is (RFC 9309, sitemaps.org).
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
