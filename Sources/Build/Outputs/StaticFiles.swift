package import Context
internal import Newsletter
internal import Settings
internal import Text

/// The publication's `static/` folder, copied unchanged to the site's root.
package struct StaticFiles: Output {
    package init() {}

    package func products(of site: Site) throws -> [Product] {
        try Self.copies(of: site.publication.folders.static, to: "", on: site)
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
