package import Context
internal import Newsletter
internal import Text

/// The theme's style sheet; its URL changes with its content, so that browsers can cache it.
package struct StyleSheet: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        let bytes = site.theme.styleSheet
        let path = site.address.path(of: .styleSheet)
        return [Product(path: path, fingerprint: Fingerprint(of: bytes), content: .bytes { bytes })]
    }

    static func href(_ theme: Theme, address: SiteAddress) -> String {
        address.href(.styleSheet) + "?" + Fingerprint(of: theme.styleSheet).description.prefix(8)
    }
}
