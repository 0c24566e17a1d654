internal import Context
internal import Newsletter

/// Distinguishes drafts from other files by their folder.
struct DraftPlace {
    let files: Files
    /// The folder of drafts, as a path that can be opened.
    let drafts: String

    /// A diagnostic if a file that the user chose can't be a draft; nil if the file is in the folder of drafts, or
    /// doesn't exist.
    ///
    /// - Parameter issues: the folder of issues, as a path that can be opened.
    func fault(of path: String, named name: String, issues: String) -> Diagnostic? {
        guard files.status(path) != nil else { return nil }
        // A link in the folder of drafts may lead anywhere, but not to a published issue.
        let target = files.realPath(path) ?? path
        if lies(target, in: issues), !lies(target, in: drafts) {
            return Diagnostic("this file is already an issue", remedy: "Choose a draft in '\(drafts)'", file: name)
        }
        if lies(path, in: drafts) { return nil }
        return Diagnostic(
            "this file isn't in the folder of drafts", remedy: "Move the file to '\(drafts)' first", file: name)
    }

    private func lies(_ path: String, in folder: String) -> Bool {
        let slash = path.lastIndex(of: "/")
        let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        guard let parent = files.realPath(parent), let folder = files.realPath(folder) else { return false }
        return (parent + "/").hasPrefix(folder + "/")
    }
}
