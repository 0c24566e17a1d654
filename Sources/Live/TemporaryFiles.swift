internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The files that are renamed over others once they are written: how they are called, and what becomes of those that a
/// killed process has left.
enum TemporaryFiles {
    private static let mark = ".sennight-"

    /// How many names this process has made, so that two tasks that write one file never share its temporary file.
    private static let count = Atomic<Int>(0)

    /// `draft/.7.md.sennight-123-4` for `draft/7.md`: in the same folder, hidden, with the number of the process that
    /// writes it and a number of its own.
    static func path(for path: String) -> String {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { path[...$0] } ?? ""
        let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
        let number = count.wrappingAdd(1, ordering: .relaxed).newValue
        return "\(folder).\(name)\(mark)\(getpid())-\(number)"
    }

    /// Removes a folder's temporary files of processes that don't run any more. A folder that can't be read or a file that
    /// can't be removed is passed over: they harm nobody.
    static func removeAbandoned(in folder: String) {
        remove(in: folder, descends: false, depth: 0)
    }

    /// The same in all folders below, too; links are not followed.
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

    /// By its name. This process has none open while it clears up, so what has its number was left by another one.
    static func isAbandoned(_ name: String) -> Bool {
        guard name.hasPrefix("."), let range = name.firstRange(of: mark),
            let process = Int32(name[range.upperBound...].prefix { $0 != "-" }), process > 0
        else { return false }
        return process == getpid() || kill(process, 0) != 0 && errno == ESRCH
    }
}
