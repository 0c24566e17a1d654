internal import Context
internal import Newsletter

/// Tells drafts from other files by where they lie.
struct DraftPlace {
    let files: Files
    /// The folder of drafts, as it can be opened.
    let drafts: String

    /// What to tell a person who names a file as a draft; nil where it lies in the folder of drafts and is no issue, or
    /// where nothing is there.
    ///
    /// - Parameter issues: the folder of issues, as it can be opened.
    func fault(of path: String, named name: String, issues: String) -> Diagnostic? {
        guard files.status(path) != nil else { return nil }
        // A link among the drafts may lead anywhere, but not to an issue that is out.
        let target = files.realPath(path) ?? path
        if lies(target, in: issues), !lies(target, in: drafts) {
            return Diagnostic("this is an issue already", remedy: "Name a draft in '\(drafts)'", file: name)
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
