package import Context
internal import Newsletter

/// What a server shows where there is nothing.
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
