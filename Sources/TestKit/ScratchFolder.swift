internal import Foundation

/// A temporary folder for a test, removed afterwards.
package final class ScratchFolder: Sendable {
    package let path: String

    package init() throws {
        // A server or a program that closes a connection must not end all tests.
        signal(SIGPIPE, SIG_IGN)
        path = NSTemporaryDirectory().trimmingSuffix("/") + "/sennight-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        // Tests remove permissions, and a folder without them can't be emptied.
        if (try? FileManager.default.removeItem(atPath: path)) != nil { return }
        restoreRights(of: path)
        // A folder that can't be removed is left to the system.
        try? FileManager.default.removeItem(atPath: path)
    }

    private func restoreRights(of folder: String) {
        // If permissions can't be changed, the removal fails, which doesn't matter.
        try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            let path = folder + "/" + name
            // A file without attributes is gone already.
            let kind = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
            if kind == .typeDirectory { restoreRights(of: path) }
        }
    }

    package func path(_ relative: String) -> String { path + "/" + relative }

    /// Writes a file, creating folders as needed; returns its full path.
    @discardableResult
    package func write(_ relative: String, _ text: String) throws -> String {
        try write(relative, Array(text.utf8))
    }

    @discardableResult
    package func write(_ relative: String, _ bytes: [UInt8]) throws -> String {
        let url = URL(filePath: path(relative))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return url.path
    }

    package func text(_ relative: String) throws -> String {
        try String(contentsOf: URL(filePath: path(relative)), encoding: .utf8)
    }

    package func bytes(_ relative: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path(relative))))
    }

    package func exists(_ relative: String) -> Bool { FileManager.default.fileExists(atPath: path(relative)) }

    /// All files below a folder, as paths relative to it, sorted.
    package func files(below relative: String = "") throws -> [String] {
        let root = relative.isEmpty ? path : path(relative)
        let all = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return all.filter {
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: root + "/" + $0, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }

    /// Copies a file or folder into the scratch folder.
    package func copy(_ source: String, to relative: String) throws {
        let target = URL(filePath: path(relative))
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: URL(filePath: source), to: target)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
