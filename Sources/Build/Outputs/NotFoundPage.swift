package import Context
internal import Newsletter

/// The page that a server shows for unknown paths.
package struct NotFoundPage: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        [
            site.page("not-found", at: site.address.path(of: .notFound)) { site in
                site.head(title: site.words["not_found"], path: nil)
            }
        ]
    }
}
