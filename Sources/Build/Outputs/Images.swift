package import Context
internal import Newsletter

/// The images of the issues, at `/images/`.
package struct Images: Output {
    package init() {}

    package func products(of site: Site) throws -> [Product] {
        try StaticFiles.copies(of: site.publication.folders.images, to: "images/", on: site)
    }
}
