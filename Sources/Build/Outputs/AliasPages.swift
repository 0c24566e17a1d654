package import Context
internal import Newsletter
internal import Text

/// Small pages at the former paths of issues, which their headers list, that redirect to the issues.
package struct AliasPages: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        site.issues.summaries.flatMap { summary in
            summary.header.aliases.map { alias in
                let path = SiteAddress.path(ofAlias: alias)
                return site.page("latest", at: path, dependingOn: [.fingerprint(summary.fingerprint)]) { site in
                    var context = site.head(title: summary.header.title, path: summary.path)
                    context["title"] = .text(summary.header.title)
                    context["sentence"] = .text(site.words["leads_on_to"])
                    context["target"] = .text(site.address.href(summary.path))
                    return context
                }
            }
        }
    }
}
