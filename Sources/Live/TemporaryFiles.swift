internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Names temporary files, which are renamed over the final ones when they are complete, and removes those that a killed
/// process left.
enum TemporaryFiles {
    private static let mark = ".sennight-"

    /// The number of names that this process has created, so that two tasks writing the same file never share a
    /// temporary file.
    private static let count = Atomic<Int>(0)

    /// The path of a new temporary file: for `draft/7.md`, `draft/.7.md.sennight-123-4`, with the process ID and a
    /// counter.
    static func path(for path: String) -> String {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { path[...$0] } ?? ""
        let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
        let number = count.wrappingAdd(1, ordering: .relaxed).newValue
        return "\(folder).\(name)\(mark)\(getpid())-\(number)"
    }

    /// Removes a folder's temporary files whose processes no longer run. Folders that can't be read and files that
    /// can't be removed are skipped, because they do no harm.
    static func removeAbandoned(in folder: String) {
        remove(in: folder, descends: false, depth: 0)
    }

    /// Removes such temporary files from a folder and all folders below it; links aren't followed.
    static func removeAbandoned(below folder: String) {
        remove(in: folder, descends: true, depth: 0)
    }

    private static func remove(in folder: String, descends: Bool, depth: Int) {
        guard depth < 32, let directory = opendir(folder) else { return }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let kind = entry.pointee.d_type
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
            }
            guard let name, name != ".", name != ".." else { continue }
            if kind == UInt8(DT_DIR) {
                if descends { remove(in: folder + "/" + name, descends: true, depth: depth + 1) }
            } else if isAbandoned(name) {
                unlink(folder + "/" + name)
            }
        }
    }

    /// Whether a file with this name is a temporary file of a process that no longer runs. This process has no
    /// temporary files open during cleanup, so a file with its process ID was left by another process.
    static func isAbandoned(_ name: String) -> Bool {
        guard name.hasPrefix("."), let range = name.firstRange(of: mark),
            let process = Int32(name[range.upperBound...].prefix { $0 != "-" }), process > 0
        else { return false }
        return process == getpid() || kill(process, 0) != 0 && errno == ESRCH
    }
}
