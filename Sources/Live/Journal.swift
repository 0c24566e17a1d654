internal import CSystemCalls
internal import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The steps left to do in an output folder, written durably before the first one.
///
/// Every step can be repeated, so that any run that finds a journal can complete it. The journal can only affect its
/// own folder, because anyone may have put the file there.
struct Journal {
    enum Step: Equatable {
        /// Rename the stage's file with this number to a path.
        case put(Int, String)
        /// Remove a file, a link or an empty folder.
        case remove(String)
    }

    var steps: [Step] = []

    static let name = ".sennight-journal"
    static let stageName = ".sennight-stage"
    /// The name of the new manifest in the stage.
    static let manifestName = "manifest"
    private static let format = "sennight journal 1"

    /// Writes the journal; if the journal exists, all staged files also exist, even after a power failure.
    func write(in site: FolderHandle) throws {
        #if canImport(Darwin)
            sync()
        #else
            syncfs(site.descriptor)
        #endif
        var text = Self.format + "\n"
        for step in steps {
            switch step {
            case .put(let number, let path): text += "put \(number) \(path)\n"
            case .remove(let path): text += "remove \(path)\n"
            }
        }
        let temporary = "\(Self.stageName)/journal"
        try site.replace(temporary, Array((text + "end\n").utf8), durably: true)
        try site.rename(temporary, to: Self.name)
        fsync(site.descriptor)
    }

    /// Completes the journal in the folder; if there is none, removes the stage that a killed build left.
    static func finish(in site: FolderHandle) throws {
        // Links with these names, and folders as journals, aren't from this program.
        guard let journal = try read(in: site) else {
            // A truncated journal was never acted upon.
            site.unlink(name)
            site.removeTree(stageName)
            return
        }
        if site.kind(of: stageName) == .folder, let stage = try site.folder(stageName) {
            try journal.run(in: site, from: stage)
            if stage.kind(of: manifestName) == .file { try stage.rename(manifestName, to: site, Manifest.name) }
        }
        site.unlink(name)
        site.removeTree(stageName)
    }

    private func run(in site: FolderHandle, from stage: FolderHandle) throws {
        // Once the new manifest is in place, everything has been removed.
        let ours = try Manifest(of: site)?.entries ?? [:]
        for step in steps {
            switch step {
            case .put(let number, let path):
                // It was done before the build was killed, or it isn't a file that a build staged.
                guard stage.kind(of: "\(number)") == .file else { continue }
                do throws(FileError) {
                    try stage.rename("\(number)", to: site, path)
                } catch {
                    try site.makeFolder(above: path)
                    try stage.rename("\(number)", to: site, path)
                }
            case .remove(let path):
                if ours[path] != nil || site.kind(of: path) == .link { try site.removeFile(path) }
            }
        }
    }

    private static func read(in site: FolderHandle) throws -> Journal? {
        guard let file = try site.read(name) else { return nil }
        let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
        guard lines.first == format[...], lines.last == "end" else { return nil }
        var journal = Journal()
        for line in lines.dropFirst().dropLast() {
            if line.hasPrefix("remove ") {
                let path = String(line.dropFirst(7))
                if Manifest.isPublishable(path) { journal.steps.append(.remove(path)) }
            } else {
                let parts = line.split(separator: " ", maxSplits: 2)
                if parts.count == 3, parts[0] == "put", let number = Int(parts[1]),
                    Manifest.isPublishable(String(parts[2]))
                {
                    journal.steps.append(.put(number, String(parts[2])))
                }
            }
        }
        return journal
    }
}
