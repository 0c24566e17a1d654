internal import Context

/// Turns the paths of one command into paths that another command can open, in whichever folder it is run.
struct RecordedPaths: Sendable {
    let root: String
    let files: Files

    /// The path from the publication's root; an absolute path if the file isn't below it.
    func recorded(_ path: String) -> String {
        if root == ".", !path.hasPrefix("/"), !path.split(separator: "/").contains("..") { return path }
        if path.hasPrefix(root + "/") { return String(path.dropFirst(root.count + 1)) }
        guard let real = realPath(path), let realRoot = files.realPath(root) else { return path }
        return real.hasPrefix(realRoot + "/") ? String(real.dropFirst(realRoot.count + 1)) : real
    }

    func opened(_ path: String) -> String {
        path.hasPrefix("/") || root == "." ? path : "\(root)/\(path)"
    }

    /// The real path of the file's folder, followed by the file's name. The file itself may be a link, or not exist.
    private func realPath(_ path: String) -> String? {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
        return files.realPath(folder).map { ($0 == "/" ? "" : $0) + "/" + name }
    }
}
