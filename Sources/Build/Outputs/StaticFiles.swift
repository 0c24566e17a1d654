package import Context
internal import Newsletter
internal import Settings
internal import Text

/// The publication's `static/` folder, copied unchanged to the site's root, and folders that keep their names.
package struct StaticFiles: Output {
    package init() {}

    package func products(of site: Site) throws -> [Product] {
        let folders = site.publication.folders
        return try Self.copies(of: folders.static, to: "", on: site)
            + folders.copied.flatMap { try Self.copies(of: $0, to: "\($0)/", on: site) }
    }

    /// The products without those that a file of the publication replaces: the error page, `robots.txt`, and the style
    /// sheet for links from elsewhere. The pages of the site link to another name of the style sheet.
    static func preferred(in products: [Product], address: SiteAddress) -> [Product] {
        let replaceable = Set([.notFound, .robots, .styleSheet].map { address.path(of: $0) })
        let copied = Set(products.lazy.filter { $0.source != nil && replaceable.contains($0.path) }.map(\.path))
        guard !copied.isEmpty else { return products }
        return products.filter { $0.source != nil || !copied.contains($0.path) }
    }

    /// Copies of all files of a folder.
    static func copies(of folder: String, to target: String, on site: Site) throws -> [Product] {
        try site.files.listAll(site.location.path(folder)).map { file in
            let path = site.location.path("\(folder)/\(file.path)")
            let status = file.status
            return Product(
                path: target + file.path,
                fingerprint: Fingerprint(
                    .text(path), .number(status.size), .number(status.modified),
                    .number(Int(bitPattern: UInt(status.inode)))),
                content: .copy(of: path))
        }
    }
}
