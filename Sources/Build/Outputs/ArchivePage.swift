package import Context
internal import Newsletter
internal import Text

/// The page that lists all issues by year, and the categories.
package struct ArchivePage: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        let path = site.address.path(of: .archive)
        return [
            site.page("archive", at: path, dependingOn: site.issues.summaries.map { .fingerprint($0.listing) }) {
                site in
                var context = site.head(title: site.words["archive"], path: path, current: "archive")
                context["years"] = .list(
                    site.years.map { year, summaries in
                        [
                            "year": .text(String(year)), "href": .text(site.address.href(.year(year))),
                            "count": .text(String(summaries.count)), "issue_list": .html(site.list(summaries)),
                        ]
                    })
                context["categories"] = .list(
                    site.categories.map { name, summaries in
                        [
                            "name": .text(name), "href": .text(site.address.href(.category(name))),
                            "count": .text(String(summaries.count)),
                        ]
                    })
                return context
            }
        ]
    }
}

extension Site {
    /// Issues by year, both from the newest to the oldest.
    var years: [(year: Int, summaries: [IssueSummary])] {
        Dictionary(grouping: newestFirst) { $0.header.date.year }.sorted { $0.key > $1.key }.map { ($0.key, $0.value) }
    }

    /// Issues by category, the largest category first.
    var categories: [(name: String, summaries: [IssueSummary])] {
        Dictionary(grouping: newestFirst, by: category).map { ($0.key, $0.value) }
            .sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }
    }
}
