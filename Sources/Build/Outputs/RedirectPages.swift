package import Context
internal import Newsletter
internal import Text

/// Permanent URLs that redirect to addresses known only later: `/jobs` and `/issues/N/discuss`.
///
/// Until the publication sets a target, the page says that there is none yet and links back.
package struct RedirectPages: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        let redirects = site.publication.redirects
        var pages = [
            page(
                at: .jobs, target: redirects.jobs, sentence: "jobs_not_known", back: site.address.href(.home),
                title: site.publication.title, on: site)
        ]
        for (number, summary) in site.numbered {
            pages.append(
                page(
                    at: .discuss(number), target: redirects.discuss[number], sentence: "discussion_not_open",
                    back: site.address.href(summary.path), title: summary.header.title, on: site))
        }
        return pages
    }

    private func page(
        at page: SiteAddress.Page, target: String?, sentence: String, back: String, title: String, on site: Site
    ) -> Product {
        let path = site.address.path(of: page)
        return site.page("lead", at: path, dependingOn: [.text(target ?? ""), .text(back), .text(title)]) { site in
            var context = site.head(title: title, path: path)
            context["target"] = .optional(target)
            context["sentence"] = .text(site.words[sentence])
            context["back"] = .object(["href": .text(back), "title": .text(title)])
            return context
        }
    }
}
