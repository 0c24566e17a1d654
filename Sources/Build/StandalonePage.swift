package import Context
internal import Markdown
package import Newsletter
package import Settings
internal import Text

/// A page that isn't an issue, such as an imprint.
package struct StandalonePage: Sendable {
    /// The file's path in the folder of pages, without its ending.
    var name: String
    var title: String
    package var slug: String
    var body: [UInt8]
    var localLinks: [LocalLink]
    /// The fingerprint of the file's bytes.
    var source: Fingerprint
    /// The path from the publication's root.
    var file: String

    /// All pages of a folder.
    ///
    /// - Parameter folder: the path from the publication's root.
    /// - Throws: the diagnostics of all pages.
    package static func all(
        in folder: String, of location: PublicationLocation, files: Files, rules: IssueRules
    ) throws -> [StandalonePage] {
        var faults: [Diagnostic] = []
        var pages: [StandalonePage] = []
        var names: [String: String] = [:]
        for file in try files.list(location.path(folder))
        where file.path.hasSuffix(".md") || file.path.hasSuffix(".markdown") {
            let name = "\(folder)/\(file.path)"
            do {
                guard file.status.size <= IssueReader.largestFile else {
                    throw Diagnostics([IssueReader.tooLarge(file.status.size, file: name)])
                }
                let bytes = try files.read(location.path(name))
                let page = try IssueReader.page(bytes, file: name, rules: rules)
                if let slug = page.slug, let fault = SiteAddress.fault(ofSlug: slug, file: name) {
                    throw Diagnostics([fault])
                }
                let slug = page.slug ?? Slug.of(page.title)
                if let known = names[slug] {
                    throw Diagnostics([
                        Diagnostic(
                            "this page has the same URL as \(known): /pages/\(slug).html",
                            remedy: "Give one of the pages another title or a 'Slug:'", file: name,
                            at: SourceLocation(line: 1, column: 1))
                    ])
                }
                names[slug] = name
                pages.append(
                    StandalonePage(
                        name: String(file.path[..<(file.path.lastIndex(of: ".") ?? file.path.endIndex)]),
                        title: page.title, slug: slug, body: page.body, localLinks: page.localLinks,
                        source: Fingerprint(of: bytes), file: name))
            } catch let error as Diagnostics {
                faults += error.all
            } catch let error as FileError {
                faults.append(
                    Diagnostic(
                        "can't read the file (\(error.reason))",
                        remedy: "Make the file readable, or move it to another folder",
                        file: name
                    ))
            }
        }
        guard faults.isEmpty else { throw Diagnostics(faults) }
        return pages
    }
}
