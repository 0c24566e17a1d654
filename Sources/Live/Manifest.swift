internal import Context
internal import Text

/// The list of files that a build wrote, stored in the output folder; any other file in the folder was written by
/// somebody else.
struct Manifest: Sendable {
    struct Entry: Hashable, Sendable {
        var fingerprint: Fingerprint
        /// The stamp of the file when it was published; nil in lists of the first format.
        var stamp: FileStamp?
    }

    enum Condition: Sendable {
        case whole
        /// A list of the first format, which doesn't show whether its end is missing.
        case withoutEnd
        /// A list that was truncated or changed; its entries are those that can still be read.
        case damaged
    }

    /// The files by their paths in the folder.
    var entries: [String: Entry] = [:]
    /// For each folder of the site, by path, the time when an entry was last added or removed, in nanoseconds since
    /// 1970.
    ///
    /// As long as a folder has this time, it contains exactly what the build wrote and needn't be listed. The root
    /// isn't included, and there are no entries at all if files are renamed one by one.
    var folders: [String: Int] = [:]
    var condition = Condition.whole

    static let name = ".sennight-manifest"
    /// The name of the temporary file that is renamed to the manifest.
    static let temporaryName = ".sennight-manifest.tmp"

    init() {}

    /// The manifest of a folder, or nil if there is none.
    init?(of folder: FolderHandle) throws(FileError) {
        if let file = try folder.read(Self.name) {
            self = ManifestText.manifest(file.bytes)
        } else {
            guard folder.kind(of: Self.name) != .none else { return nil }
            // A link or anything else in its place counts as an empty list.
            condition = .damaged
        }
    }

    var bytes: [UInt8] { ManifestText.bytes(of: self) }

    /// Whether a path stays within the folder; a manifest that came with someone else's files may contain anything.
    static func isInside(_ path: String) -> Bool {
        var path = path
        return path.withUTF8 { names(in: $0) { !isDots($0) } }
    }

    /// Whether a build may write a file at this path: within the folder, and not below a `.git`.
    static func isPublishable(_ path: String) -> Bool {
        var path = path
        return path.withUTF8 { names(in: $0) { !isDots($0) && !isRepository($0) } }
    }

    private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    /// Whether all components of a path satisfy a condition; none may be empty.
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

    /// Whether a name is `.git`, ignoring case, as some file systems do.
    private static func isRepository(_ name: Bytes) -> Bool {
        name.count == 4 && name[name.startIndex] == UInt8(ascii: ".")
            && zip(name.dropFirst(), "git".utf8).allSatisfy { $0 | 0x20 == $1 }
    }
}
