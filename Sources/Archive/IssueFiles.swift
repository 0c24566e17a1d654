package import Context
package import Newsletter

/// Finds the files that are issues.
package enum IssueFiles {
    /// The issues' files with their paths from the publication's root, sorted by byte.
    ///
    /// - Parameter root: turns a path from the publication's root into one that can be opened.
    /// - Throws: ``Diagnostics`` where the folder is missing, ``FileError`` where it cannot be read.
    package static func list(
        _ files: Files, folders: Publication.Folders, root: (_ relative: String) -> String
    ) throws -> [ListedFile] {
        let folder = folders.issues
        let inner = [folders.pages, folders.images].compactMap { path in
            path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) + "/" : nil
        }
        let listed = try files.list(root(folder))
        if listed.isEmpty, files.status(root(folder)) == nil {
            // A site without its issues would be published over the one that has them.
            throw Diagnostics([
                Diagnostic(
                    "the folder of issues is missing",
                    remedy: "Make it, name another under 'folders: issues:', or the right root with --publication",
                    file: root(folder))
            ])
        }
        return listed.filter { file in
            isIssue(file.path) && !inner.contains { file.path.hasPrefix($0) }
        }.map { ListedFile(path: "\(folder)/\($0.path)", status: $0.status) }
    }

    /// Whether a file's name is one that issues have.
    package static func isIssue(_ path: String) -> Bool { path.hasSuffix(".md") || path.hasSuffix(".markdown") }
}
