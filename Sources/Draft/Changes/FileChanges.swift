/// One file as it was and as it is to be; nil means that there is no file.
package struct FileChange: Hashable, Sendable {
    /// As it can be opened.
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

/// Everything that a command writes and removes, in the order in which it does so.
///
/// Issues and drafts come first, then what is remembered of them: an entry that is placed twice is recognised, one that
/// is remembered as placed and isn't in the draft would be lost.
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

    /// Of two changes of one file, the first says what was there before, the last what is there afterwards.
    private mutating func add(_ change: FileChange) {
        guard let index = all.firstIndex(where: { $0.path == change.path }) else { return all.append(change) }
        all[index].after = change.after
    }
}
