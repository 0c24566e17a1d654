internal import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The files that are written beside others before they are renamed over them: `NAME.PID.tmp`.
enum TemporaryFiles {
    static func path(for target: String) -> String { "\(target).\(getpid()).tmp" }

    /// Removes those in a folder whose processes are gone.
    static func removeAbandoned(in folder: String) {
        guard let folder = try? FolderHandle(at: folder), let entries = try? folder.entries() else { return }
        for entry in entries where entry.kind == .file {
            guard let process = process(of: entry.name), process != getpid(), !isRunning(process) else { continue }
            folder.unlink(entry.name)
        }
    }

    private static func process(of name: String) -> pid_t? {
        let parts = name.split(separator: ".")
        guard parts.count >= 3, parts.last == "tmp" else { return nil }
        return pid_t(parts[parts.count - 2]).flatMap { $0 > 0 ? $0 : nil }
    }

    /// A process of somebody else's is running as well.
    private static func isRunning(_ process: pid_t) -> Bool { kill(process, 0) == 0 || errno == EPERM }
}
