package import Context
internal import Markdown
internal import Newsletter
internal import Text

/// The pages that aren't issues, such as an imprint, at `/pages/{slug}.html`.
package struct StandalonePages: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        site.pages.map { page in
            let path = site.address.path(of: .standalone(slug: page.slug))
            return site.page(
                "page", at: path,
                dependingOn: [.fingerprint(page.source), .fingerprint(site.issues.paths), .text(path)]
            ) { site in
                var anchors: [BodyAnchor] = []
                let body = site.issues.links.applied(to: page.body, anchors: &anchors, file: page.file)
                var context = site.head(title: page.title, path: path, current: site.address.href(path))
                context["page"] = .object(["title": .text(page.title), "body": .html(body)])
                return context
            }
        }
    }
}
