package import Context
internal import Newsletter
internal import Text

/// `/latest/`: redirects to the newest issue, keeping the fragment.
package struct LatestPage: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        guard let newest = site.newestFirst.first else { return [] }
        return [
            site.page("latest", at: site.address.path(of: .latest), dependingOn: [.fingerprint(newest.fingerprint)]) {
                site in
                var context = site.head(title: newest.header.title, path: newest.path)
                context["title"] = .text(newest.header.title)
                context["sentence"] = .text(site.words["leads_on_to_newest"])
                context["target"] = .text(site.address.href(newest.path))
                return context
            }
        ]
    }
}
