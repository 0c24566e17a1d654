internal import Context
internal import Text

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
    /// When something was last put into a folder of the site or taken out, in nanoseconds since 1970, by path.
    ///
    /// As long as a folder has this time, it holds what the build put there and need not be listed. The root is left
    /// out, and so is everything where files are renamed one by one.
    var folders: [String: Int] = [:]
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

    /// Whether a path stays below the folder; a list that came with somebody else's files may say anything.
    static func isInside(_ path: String) -> Bool {
        var path = path
        return path.withUTF8 { names(in: $0) { !isDots($0) } }
    }

    /// Whether a build may write a file of this path: inside, and not below a `.git`.
    static func isPublishable(_ path: String) -> Bool {
        var path = path
        return path.withUTF8 { names(in: $0) { !isDots($0) && !isRepository($0) } }
    }

    private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    /// Whether a path is made of names that all pass; none may be empty.
    private static func names(in path: UnsafeBufferPointer<UInt8>, allPass: (Bytes) -> Bool) -> Bool {
        var start = 0
        for end in 0...path.count where end == path.count || path[end] == UInt8(ascii: "/") || path[end] == 0 {
            guard end == path.count || path[end] != 0, end > start, allPass(path[start..<end]) else { return false }
            start = end + 1
        }
        return true
    }

    private static func isDots(_ name: Bytes) -> Bool {
        name.count <= 2 && name.allSatisfy { $0 == UInt8(ascii: ".") }
    }

    /// In any case of its letters, for some file systems know no difference.
    private static func isRepository(_ name: Bytes) -> Bool {
        name.count == 4 && name[name.startIndex] == UInt8(ascii: ".")
            && zip(name.dropFirst(), "git".utf8).allSatisfy { $0 | 0x20 == $1 }
    }
}
