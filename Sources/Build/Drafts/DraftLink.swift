internal import Newsletter
internal import Text

/// A draft's place in the preview.
package struct DraftLink: Sendable {
    /// The path of the drafts' page from the site's root; the page isn't part of the site.
    package static let folder = "draft/"

    /// The path from the publication's root.
    package let file: String
    /// The file's path in the folder of drafts, without its ending.
    package let name: String

    /// - Parameter folder: the publication's folder of drafts.
    package init(file: String, in folder: String) {
        self.file = file
        let path = file.hasPrefix(folder + "/") ? file.dropFirst(folder.count + 1) : file[...]
        name = path.lastIndex(of: ".").map { String(path[..<$0]) } ?? String(path)
    }

    /// The link to the draft's own page.
    func href(_ address: SiteAddress) -> String { address.href("\(Self.folder)\(name)/") }
}
