package import Context
internal import Newsletter
internal import Text

/// The theme's style sheet. Pages link to a name that changes with its content, so that browsers can cache it, and so
/// that a page and its style sheet are always of the same build; `style.css` is for links from elsewhere.
package struct StyleSheet: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        let bytes = site.theme.styleSheet
        let content = Fingerprint(of: bytes)
        let path = site.address.path(of: .styleSheet)
        return [path, AssetName.hashed(path, content)].map { path in
            Product(path: path, fingerprint: content, content: .bytes { bytes })
        }
    }

    static func href(_ theme: Theme, address: SiteAddress) -> String {
        address.href(AssetName.hashed(address.path(of: .styleSheet), Fingerprint(of: theme.styleSheet)))
    }
}
