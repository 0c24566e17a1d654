package import Context
internal import Newsletter
internal import Text

/// A page for each category, with its issues.
package struct CategoryPages: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        site.categories.map { name, summaries in
            let path = site.address.path(of: .category(name))
            let parts = [Fingerprint.Part.text(name)] + summaries.map { .fingerprint($0.listing) }
            return site.page("category", at: path, dependingOn: parts) { site in
                var context = site.head(title: name, path: path, current: "archive")
                context["category"] = .object([
                    "name": .text(name),
                    "rss": .text(site.address.href(.feed(.rss, category: name))),
                    "atom": .text(site.address.href(.feed(.atom, category: name))),
                ])
                context["issue_list"] = .html(site.list(summaries))
                return context
            }
        }
    }
}
