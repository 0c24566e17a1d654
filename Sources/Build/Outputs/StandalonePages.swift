package import Context
internal import Markdown
internal import Newsletter
internal import Settings

/// The pages beside the issues, such as an imprint, at `/pages/{slug}.html`.
package struct StandalonePages: Output {
    package init() {}

    package func products(of site: Site) throws -> [Product] {
        let folder = site.publication.folders.pages
        var faults: [Diagnostic] = []
        var products: [Product] = []
        for file in try site.files.list(site.location.path(folder)) where file.path.hasSuffix(".md") || file.path.hasSuffix(".markdown") {
            let name = "\(folder)/\(file.path)"
            do {
                let bytes = try site.files.read(site.location.path(name))
                let page = try IssueReader.page(bytes, file: name)
                let path = site.address.path(of: .standalone(slug: page.slug ?? Slug.of(page.title)))
                products.append(
                    site.page("page", at: path, dependingOn: [.fingerprint(Fingerprint(of: bytes)), .text(path)]) { site in
                        var context = site.head(title: page.title, path: path)
                        context["page"] = .object(["title": .text(page.title), "body": .html(page.body)])
                        return context
                    })
            } catch let error as Diagnostics {
                faults += error.all
            }
        }
        guard faults.isEmpty else { throw Diagnostics(faults) }
        return products
    }
}
