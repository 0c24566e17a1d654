internal import CSystemCalls
internal import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// What is left to do in an output folder, written durably before it is begun.
///
/// Every step can be done again, so that whoever finds a journal brings it to its end.
struct Journal {
    enum Step: Equatable {
        /// Rename the stage's file of a number to a path.
        case put(Int, String)
        case remove(String)
    }

    var steps: [Step] = []

    static let name = ".sennight-journal"
    static let stageName = ".sennight-stage"
    private static let format = "sennight journal 1"

    /// Writes the journal; when it is there, so are all staged files, also after a loss of power.
    func write(in folder: String) throws {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LiveFiles.failure(folder) }
        defer { close(descriptor) }
        #if canImport(Darwin)
            sync()
        #else
            syncfs(descriptor)
        #endif
        var text = Self.format + "\n"
        for step in steps {
            switch step {
            case .put(let number, let path): text += "put \(number) \(path)\n"
            case .remove(let path): text += "remove \(path)\n"
            }
        }
        let temporary = "\(folder)/\(Self.stageName)/journal"
        try LiveFiles.create(temporary, Array((text + "end\n").utf8), durably: true)
        guard rename(temporary, "\(folder)/\(Self.name)") == 0 else { throw LiveFiles.failure(folder) }
        fsync(descriptor)
    }

    /// Finishes what a journal in the folder says; without one, undoes the staging that a killed build left.
    static func finish(in folder: String) throws {
        let stage = "\(folder)/\(stageName)"
        guard let journal = try read(in: folder) else {
            // One that is torn was never acted upon.
            unlink("\(folder)/\(name)")
            if LiveFiles.status(stage) != nil { FolderEntries.remove(stage) }
            return
        }
        for step in journal.steps {
            switch step {
            case .put(let number, let path):
                let source = "\(stage)/\(number)"
                // Done already, before the build was killed.
                guard LiveFiles.status(source) != nil else { continue }
                let target = "\(folder)/\(path)"
                if rename(source, target) == 0 { continue }
                try LiveFiles.makeFolder(above: target)
                guard rename(source, target) == 0 else { throw LiveFiles.failure(target) }
            case .remove(let path):
                FolderEntries.removeFile(path, in: folder)
            }
        }
        if LiveFiles.status("\(stage)/manifest") != nil {
            guard rename("\(stage)/manifest", "\(folder)/\(Manifest.name)") == 0 else {
                throw LiveFiles.failure(folder)
            }
        }
        unlink("\(folder)/\(name)")
        FolderEntries.remove(stage)
    }

    private static func read(in folder: String) throws -> Journal? {
        let path = "\(folder)/\(name)"
        guard LiveFiles.status(path) != nil else { return nil }
        let lines = String(decoding: try LiveFiles.read(path), as: UTF8.self).split(separator: "\n")
        guard lines.first == format[...], lines.last == "end" else { return nil }
        var journal = Journal()
        for line in lines.dropFirst().dropLast() {
            if line.hasPrefix("remove ") {
                let path = String(line.dropFirst(7))
                if Manifest.isInside(path) { journal.steps.append(.remove(path)) }
            } else {
                let parts = line.split(separator: " ", maxSplits: 2)
                if parts.count == 3, parts[0] == "put", let number = Int(parts[1]), Manifest.isInside(String(parts[2]))
                {
                    journal.steps.append(.put(number, String(parts[2])))
                }
            }
        }
        return journal
    }
}
