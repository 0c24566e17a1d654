internal import Crypto
internal import Foundation

/// Writes a git repository without git: objects and refs as gitrepository-layout(5) describes them.
///
/// A test that only needs a repository doesn't have to start a process.
package struct GitStore: Sendable {
    /// The folder that contains `objects` and `refs`.
    package let path: String

    /// Creates an empty repository, or opens the existing one.
    ///
    /// - Parameters:
    ///   - path: the folder itself, usually `…/.git`.
    ///   - config: text to append to the configuration (git-config(1)).
    package init(at path: String, isBare: Bool = false, config: String = "") throws {
        self.path = path
        for folder in ["objects/info", "objects/pack", "refs/heads", "refs/tags"] {
            try FileManager.default.createDirectory(
                atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
        }
        try write("HEAD", "ref: refs/heads/main\n")
        try write(
            "config",
            "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = \(isBare)\n" + config)
    }

    /// Writes an object of a kind: `blob`, `tree` or `commit`.
    ///
    /// - Returns: the object's name in hexadecimal.
    package func object(_ kind: String, _ content: [UInt8]) throws -> String {
        let bytes = Array("\(kind) \(content.count)\u{0}".utf8) + content
        let name = GitFormat.hexadecimal(Array(Insecure.SHA1.hash(data: bytes)))
        let file = "\(path)/objects/\(name.prefix(2))/\(name.dropFirst(2))"
        if FileManager.default.fileExists(atPath: file) { return name }
        try FileManager.default.createDirectory(
            atPath: "\(path)/objects/\(name.prefix(2))", withIntermediateDirectories: true)
        try Data(GitFormat.zlib(bytes)).write(to: URL(filePath: file))
        return name
    }

    /// Writes a tree of plain files.
    ///
    /// - Parameter files: the names of the blobs, by path.
    package func tree(_ files: [String: String]) throws -> String {
        var entries: [(key: String, bytes: [UInt8])] = []
        for (name, inside) in Dictionary(grouping: files, by: { $0.key.prefix { $0 != "/" } }) {
            if let blob = files[String(name)] {
                entries.append((String(name), Array("100644 \(name)\u{0}".utf8) + GitFormat.bytes(blob)))
            } else {
                let folder = inside.map { (String($0.key.dropFirst(name.count + 1)), $0.value) }
                let tree = try tree(Dictionary(uniqueKeysWithValues: folder))
                entries.append(("\(name)/", Array("40000 \(name)\u{0}".utf8) + GitFormat.bytes(tree)))
            }
        }
        // Sorted by bytes, with folders as if their names ended with a slash.
        entries.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return try object("tree", entries.flatMap(\.bytes))
    }

    /// - Parameter time: of author and committer, in seconds since 1970.
    package func commit(tree: String, parents: [String], message: String, time: Int? = nil) throws -> String {
        let person = "Test <test@example.org> \(time ?? Int(Date().timeIntervalSince1970)) +0000"
        let lines = ["tree \(tree)"] + parents.map { "parent \($0)" } + ["author \(person)", "committer \(person)"]
        return try object("commit", Array((lines.joined(separator: "\n") + "\n\n\(message)\n").utf8))
    }

    /// Sets a branch, or another ref, to a commit.
    package func set(_ ref: String, to commit: String) throws { try write(ref, commit + "\n") }

    /// The commit that a ref points to, or nil if it has no file of its own.
    package func commit(of ref: String) -> String? {
        // A ref without a file is packed or missing.
        guard let text = try? String(contentsOfFile: "\(path)/\(ref)", encoding: .utf8) else { return nil }
        let line = text.prefix { $0 != "\n" }
        if line.hasPrefix("ref: ") { return commit(of: String(line.dropFirst(5))) }
        return String(line)
    }

    /// The ref that is checked out, or nil if HEAD is detached.
    package var branch: String? {
        // A repository without a readable HEAD has no branch.
        guard let text = try? String(contentsOfFile: "\(path)/HEAD", encoding: .utf8), text.hasPrefix("ref: ")
        else { return nil }
        return String(text.dropFirst(5).prefix { $0 != "\n" })
    }

    package func write(_ file: String, _ text: String) throws {
        let url = URL(filePath: "\(path)/\(file)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }
}
