package import Context
package import Newsletter

/// Finds the issues' files.
package enum IssueFiles {
    /// The issues' files by their paths from the publication's root, sorted bytewise.
    ///
    /// - Parameter root: converts a path from the publication's root into one that can be opened.
    /// - Throws: ``Diagnostics`` if the folder is missing; ``FileError`` if it can't be read.
    package static func list(
        _ files: Files, folders: Publication.Folders, root: (_ relative: String) -> String
    ) throws -> [ListedFile] {
        let folder = folders.issues
        let inner = [folders.pages, folders.images].compactMap { path in
            path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) + "/" : nil
        }
        let listed = try files.list(root(folder))
        if listed.isEmpty, files.status(root(folder)) == nil {
            // Otherwise, a site without its issues would replace the one that has them.
            throw Diagnostics([
                Diagnostic(
                    "the folder of issues is missing",
                    remedy:
                        "Create the folder, set another one with 'folders: issues:', or pass the"
                        + " publication's root with --publication",
                    file: root(folder))
            ])
        }
        return listed.filter { file in
            isIssue(file.path) && !inner.contains { file.path.hasPrefix($0) }
        }.map { ListedFile(path: "\(folder)/\($0.path)", status: $0.status) }
    }

    /// Whether a file has the name of an issue's file. Hugo's `_index.md` is the text of a list.
    package static func isIssue(_ path: String) -> Bool {
        (path.hasSuffix(".md") || path.hasSuffix(".markdown")) && path != "_index.md" && !path.hasSuffix("/_index.md")
    }
}
