package import Context
internal import Newsletter
internal import Search
internal import Text

/// `/search/`: the page, its scripts and the index's files, if the settings have `search: true`.
package struct SearchPages: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        guard site.publication.search, let index = site.search else { return [] }
        let page = site.page("search", at: site.address.path(of: .search)) { site in
            var context = site.head(title: site.words["search"], path: site.address.path(of: .search))
            context["on_search"] = .flag(true)
            return context
        }
        let scripts = Self.scripts.flatMap { name, bytes in
            let content = Fingerprint(of: bytes)
            // Pages that were built before names had a hash link to the plain name.
            return [name, AssetName.hashed(name, content)].map { name in
                Product(path: site.address.path(of: .searchFile(name)), fingerprint: content) { bytes }
            }
        }
        return [page] + scripts
            + index.names.map { name in
                // All files but the manifest are named after their bytes.
                let fingerprint =
                    name == SearchFileName.manifest
                    ? Fingerprint(of: index.bytes(of: name)) : Fingerprint(.text(name))
                return Product(path: site.address.path(of: .searchFile(name)), fingerprint: fingerprint) {
                    index.bytes(of: name)
                }
            }
    }

    /// The scripts in the form in which they are served, by name.
    static let scripts: [(name: String, bytes: [UInt8])] = [
        (script, CompactScript.bytes(PackageResources.search_js)),
        (fieldScript, CompactScript.bytes(PackageResources.search_field_js)),
    ]

    private static let script = "search.js"
    private static let fieldScript = "search-field.js"

    /// The template context of the search field on every page; nil if the publication has no search.
    static func context(_ publication: Publication, address: SiteAddress) -> TemplateContext? {
        guard publication.search else { return nil }
        func href(_ name: String) -> String {
            let bytes = scripts.first { $0.name == name }?.bytes ?? []
            return address.href(.searchFile(AssetName.hashed(name, Fingerprint(of: bytes))))
        }
        return [
            "page": .text(address.href(.search)), "root": .text(address.base), "script": .text(href(script)),
            "field": .text(href(fieldScript)),
        ]
    }
}

extension Product {
    fileprivate init(path: String, fingerprint: Fingerprint, _ bytes: @escaping @Sendable () -> [UInt8]) {
        self.init(path: path, fingerprint: fingerprint, content: .bytes(bytes))
    }
}
