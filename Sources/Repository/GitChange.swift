/// A file in a commit.
package struct GitFile: Hashable, Sendable {
    /// The path from the repository's root.
    package var path: String
    /// `100644`, `100755`, `120000` for a symbolic link, `160000` for a submodule.
    package var mode: String
    package var blob: String

    package init(path: String, mode: String, blob: String) {
        self.path = path
        self.mode = mode
        self.blob = blob
    }

    /// Parses a line of `git ls-tree -z`.
    init?(line: ArraySlice<UInt8>) {
        guard let tab = line.firstIndex(of: 0x09) else { return nil }
        let words = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
        guard words.count == 3 else { return nil }
        mode = String(words[0])
        blob = String(words[2])
        path = String(decoding: line[(tab + 1)...], as: UTF8.self)
    }

    /// Whether it is a regular file rather than a symbolic link or a submodule.
    package var isText: Bool { mode.hasPrefix("100") }
}

/// A file that differs between two commits.
package struct GitChange: Hashable, Sendable {
    package var path: String
    /// The file in the older commit; nil if it was added.
    package var old: GitFile?
    /// The file in the newer commit; nil if it was removed.
    package var new: GitFile?

    package init(path: String, old: GitFile?, new: GitFile?) {
        self.path = path
        self.old = old
        self.new = new
    }

    /// Whether it is a regular file on both sides, with the same mode.
    package var isEdit: Bool { old?.isText == true && old?.mode == new?.mode }

    /// Parses git's raw format with `-z` (git-diff-tree(1)); nil if it can't be parsed.
    static func changes(in bytes: [UInt8]) -> [GitChange]? {
        let fields = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        guard fields.count.isMultiple(of: 2) else { return nil }
        var changes: [GitChange] = []
        for index in stride(from: 0, to: fields.count, by: 2) {
            let words = fields[index].dropFirst().split(separator: " ").map(String.init)
            guard fields[index].hasPrefix(":"), words.count == 5 else { return nil }
            let path = fields[index + 1]
            func file(_ mode: String, _ blob: String) -> GitFile? {
                mode == "000000" ? nil : GitFile(path: path, mode: mode, blob: blob)
            }
            changes.append(GitChange(path: path, old: file(words[0], words[2]), new: file(words[1], words[3])))
        }
        return changes
    }
}
