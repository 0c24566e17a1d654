internal import Context

/// The list of files that a build put into a folder, kept in it; what is not in the list is not ours.
struct Manifest: Sendable {
    struct Entry: Hashable, Sendable {
        var fingerprint: Fingerprint
        /// Of the file as it was published; nil in lists of the first format.
        var stamp: FileStamp?
    }

    enum Condition: Sendable {
        case whole
        /// Of the first format, which does not show whether its end is missing.
        case withoutEnd
        /// Cut off or changed; the entries are those that can still be read.
        case damaged
    }

    /// By path from the folder.
    var entries: [String: Entry] = [:]
    var condition = Condition.whole

    static let name = ".sennight-manifest"
    /// What it is written to before it is renamed.
    static let temporaryName = ".sennight-manifest.tmp"

    init() {}

    /// The manifest of a folder; nil where there is none.
    init?(of folder: FolderHandle) throws(FileError) {
        if let file = try folder.read(Self.name) {
            self = ManifestText.manifest(file.bytes)
        } else {
            guard folder.kind(of: Self.name) != .none else { return nil }
            // A link or anything else in its place lists nothing.
            condition = .damaged
        }
    }

    var bytes: [UInt8] { ManifestText.bytes(of: self) }

    /// Whether a path stays below the folder and is none that only others write; a list that came with somebody
    /// else's files may say anything.
    static func isInside(_ path: String) -> Bool {
        var path = path
        return path.withUTF8 { isInside($0) }
    }

    /// Whether a build may write a file of this path: inside, and not below a `.git`.
    static func isPublishable(_ path: String) -> Bool { isInside(path) && !isInRepository(path) }

    private static func isInRepository(_ path: String) -> Bool {
        // A quick look first, for this is asked of every file.
        guard path.utf8.contains(UInt8(ascii: ".")), path.lowercased().contains(".git") else { return false }
        return path.split(separator: "/").contains { $0.lowercased() == ".git" }
    }

    private static func isInside(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0
        for end in 0...path.count where end == path.count || path[end] == UInt8(ascii: "/") || path[end] == 0 {
            guard end == path.count || path[end] != 0 else { return false }
            let name = path[start..<end]
            if name.isEmpty { return false }
            if path[start] == UInt8(ascii: "."), name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) {
                return false
            }
            start = end + 1
        }
        return true
    }
}
