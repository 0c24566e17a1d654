package import Context
internal import Newsletter

/// The files beside an issue in a folder of its own, such as `7/index.md` and `7/cat.png`: pages link to them by their
/// names.
package struct IssueAttachments: Output {
    package init() {}

    package func products(of site: Site) throws -> [Product] {
        var pages: [Substring: String] = [:]
        for summary in site.issues.summaries where summary.file.hasSuffix("/index.md") {
            pages[summary.file.dropLast("/index.md".count)] = Self.folder(of: summary.path)
        }
        guard !pages.isEmpty else { return [] }
        let issues = site.publication.folders.issues
        return try StaticFiles.copies(of: issues, to: "", on: site).compactMap { copy in
            guard !copy.path.hasSuffix(".md"), !copy.path.hasSuffix(".markdown") else { return nil }
            let path = issues == "." ? copy.path : "\(issues)/\(copy.path)"
            var folder = path[...]
            while let slash = folder.lastIndex(of: "/") {
                folder = folder[..<slash]
                guard let page = pages[folder] else { continue }
                return Product(
                    path: page + path[path.index(after: slash)...], fingerprint: copy.fingerprint, content: copy.content
                )
            }
            return nil
        }
    }

    /// The folder from which a page's relative links are resolved.
    private static func folder(of page: String) -> String {
        page.lastIndex(of: "/").map { String(page[...$0]) } ?? ""
    }
}
