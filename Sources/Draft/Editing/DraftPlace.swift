internal import Context
internal import Newsletter

/// Distinguishes drafts from other files by their folder.
struct DraftPlace {
    let files: Files
    /// The folder of drafts, as a path that can be opened.
    let drafts: String

    /// Why a file that the user chose can't be used as a draft; nil if it is a file in the folder of drafts, or doesn't
    /// exist.
    ///
    /// - Parameter issues: the folder of issues, as a path that can be opened.
    func fault(of path: String, named name: String, issues: String) -> Diagnostic? {
        guard files.status(path) != nil else { return nil }
        // A link in the folder of drafts may lead anywhere, but not to a published issue.
        let target = files.realPath(path) ?? path
        if lies(target, in: issues), !lies(target, in: drafts) {
            return Diagnostic("this is an issue already", remedy: "Choose a draft in '\(drafts)'", file: name)
        }
        if lies(path, in: drafts) { return nil }
        return Diagnostic("this isn't a draft", remedy: "Move it into '\(drafts)' first", file: name)
    }

    private func lies(_ path: String, in folder: String) -> Bool {
        let slash = path.lastIndex(of: "/")
        let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        guard let parent = files.realPath(parent), let folder = files.realPath(folder) else { return false }
        return (parent + "/").hasPrefix(folder + "/")
    }
}
