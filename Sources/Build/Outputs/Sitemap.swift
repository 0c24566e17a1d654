internal import Archive
package import Context
internal import Newsletter
internal import Text

/// The list of pages for search engines (https://www.sitemaps.org/protocol.html).
package struct Sitemap: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        let parts =
            site.issues.summaries.flatMap { [.fingerprint($0.fingerprint)] + site.correctionParts(of: $0) }
            + site.pages.map { .text($0.slug) }
        return [
            site.file(at: site.address.path(of: .sitemap), dependingOn: parts) { site in
                var xml =
                    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
                func add(_ path: String, _ date: CalendarDate?) {
                    xml += "<url><loc>\(Escaping.xml(site.address.url(path)))</loc>"
                    if let date { xml += "<lastmod>\(date)</lastmod>" }
                    xml += "</url>\n"
                }
                let newest = site.newestFirst.first?.header.date
                add(site.address.path(of: .home), newest)
                add(site.address.path(of: .archive), newest)
                if site.publication.hasEvents { add(site.address.path(of: .events), newest) }
                for (year, summaries) in site.years {
                    add(site.address.path(of: .year(year)), summaries.first?.header.date)
                }
                for (name, summaries) in site.categories {
                    add(site.address.path(of: .category(name)), summaries.first?.header.date)
                }
                for page in site.pages { add(site.address.path(of: .standalone(slug: page.slug)), nil) }
                for summary in site.newestFirst {
                    let corrected = site.corrections(of: summary)?.all.last.map(site.day)
                    add(summary.path, max(summary.header.date, corrected ?? summary.header.date))
                }
                return Array((xml + "</urlset>\n").utf8)
            }
        ]
    }
}
