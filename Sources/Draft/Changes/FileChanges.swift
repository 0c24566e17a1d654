/// A file's content before and after a change; nil means that the file doesn't exist.
package struct FileChange: Hashable, Sendable {
    /// The path by which the file can be opened.
    package var path: String
    package var before: [UInt8]?
    package var after: [UInt8]?

    package init(path: String, before: [UInt8]?, after: [UInt8]?) {
        self.path = path
        self.before = before
        self.after = after
    }

    var isEffective: Bool { before != after }
}

/// All files that a command writes and removes, in this order.
///
/// Issues and drafts come before the records about them: an entry that is placed twice is recognised, but one that is
/// recorded as placed and isn't in the draft would be lost.
package struct FileChanges: Hashable, Sendable {
    package private(set) var all: [FileChange] = []

    package init() {}

    /// - Parameter old: the file's content now; nil if there is no file.
    package mutating func write(_ path: String, _ bytes: [UInt8], over old: [UInt8]?) {
        add(FileChange(path: path, before: old, after: bytes))
    }

    package mutating func remove(_ path: String, _ old: [UInt8]) {
        add(FileChange(path: path, before: old, after: nil))
    }

    package func contains(_ path: String) -> Bool { all.contains { $0.path == path } }

    /// Combines two changes of one file: the content before the first one, and the content after the last one.
    private mutating func add(_ change: FileChange) {
        guard let index = all.firstIndex(where: { $0.path == change.path }) else { return all.append(change) }
        all[index].after = change.after
    }
}
