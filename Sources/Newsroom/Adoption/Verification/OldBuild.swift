internal import Context
internal import Foundation
internal import Newsletter
internal import Text

/// A build of the old site, to which the new one is compared.
struct OldBuild {
    private let folder: String
    private let files: Files

    /// - Throws: a ``Diagnostic`` if there is no such folder, or it has no pages.
    init(_ folder: String, files: Files) throws {
        self.folder = folder
        self.files = files
        guard files.isFolder(folder) else {
            throw Diagnostic("there is no such folder", remedy: "Pass a build of the old site", file: folder)
        }
    }

    /// Compares the issues' pages: their paths, and the ids of their headings.
    ///
    /// - Parameters:
    ///   - issues: the issues' files with the paths of their pages in the new site.
    ///   - site: the folder of the new site.
    /// - Throws: ``FileError`` if a page of the new site can't be read.
    func checks(of issues: [(file: String, path: String)], in site: String) throws -> [AdoptionCheck] {
        var addresses = AdoptionCheck("URLs of issues against \(folder)")
        var headings = AdoptionCheck("heading ids against \(folder)")
        // An id that nearly every old page has belongs to the layout, not to the issues.
        var layout: [String: Int] = [:]
        var pages: [(file: String, old: BuiltPage, new: BuiltPage)] = []
        for issue in issues {
            guard let old = try page(at: issue.path) else {
                addresses.count("the old site has no page there", in: "\(issue.file) (/\(issue.path))")
                continue
            }
            addresses.count(nil, in: issue.file)
            let new = BuiltPage(try files.read("\(site)/\(SiteAddress.pageFile(of: issue.path))"))
            for id in Set(old.headings) where !new.ids.contains(id) { layout[id, default: 0] += 1 }
            pages.append((issue.file, old, new))
        }
        for page in pages {
            for id in page.old.headings where pages.count < 5 || layout[id, default: 0] * 10 < pages.count * 9 {
                headings.count(
                    page.new.ids.contains(id) ? nil : "the new page has no '\(id)'", in: page.file)
            }
        }
        return [addresses, headings]
    }

    /// The page at a path of the site; nil if there is none.
    private func page(at path: String) throws -> BuiltPage? {
        let path = path.removingPercentEncoding ?? path
        for candidate in [SiteAddress.pageFile(of: path), path + ".html", path + "/index.html"] {
            let file = "\(folder)/\(candidate)"
            guard !files.isFolder(file), files.status(file) != nil else { continue }
            return BuiltPage(try files.read(file))
        }
        return nil
    }
}
