package import Context
internal import Newsletter

/// Applies the changes that commands make to drafts, issues and decisions, each command as one unit, and keeps the last
/// ones so that they can be undone.
///
/// A command's record is written before its first effect, and marked as done after its last. A record without the mark
/// belongs to an interrupted command, which the next command completes (``recover()``). All this happens under the
/// publication's lock.
package struct ChangeLog: Sendable {
    private let files: Files
    /// The folder of the log, with two files for each command: `0000012.record`, and `0000012.done` once every file is
    /// written.
    private let folder: String
    private let paths: RecordedPaths

    /// How many commands can be undone.
    package static let length = 20

    /// - Parameters:
    ///   - folder: a folder that git ignores; it is created when needed.
    ///   - root: the publication's root.
    package init(files: Files, folder: String, root: String) {
        self.files = files
        self.folder = folder
        paths = RecordedPaths(root: root, files: files)
    }

    // MARK: Doing

    /// Applies a command's changes: all of them, or none if one fails.
    ///
    /// - Parameters:
    ///   - time: in seconds since 1970.
    ///   - undone: the numbers of the commands that this command undoes.
    ///   - redone: the number of the undo that this command reverses.
    /// - Throws: a ``Diagnostic`` if another program has changed a file since it was read, in which case nothing is
    ///   written; ``FileError``.
    package func apply(
        _ changes: FileChanges, command: [String], at time: Int, undoing undone: [Int] = [], redoing redone: Int? = nil
    ) throws {
        let changes = changes.all.filter(\.isEffective)
        guard !changes.isEmpty else { return }
        for change in changes where try content(change.path) != change.before {
            throw Diagnostic(
                "another program changed this file in the meantime", remedy: "Run the command again", file: change.path)
        }
        let number = (try numbers().all.max() ?? 0) + 1
        var record = ChangeRecord(
            number: number, command: command, time: time,
            changes: changes.map {
                FileChange(path: paths.recorded($0.path), before: $0.before, after: $0.after)
            })
        record.undone = undone
        record.redone = redone
        try files.write(path(number), record.bytes)
        try perform(changes, of: number)
        finish(number)
    }

    /// Writes the new state of every file. If a file can't be written, the files before it get their old content back,
    /// as if the command had never run.
    private func perform(_ changes: [FileChange], of number: Int) throws {
        var applied: [FileChange] = []
        do {
            for change in changes {
                if try content(change.path) != change.after { try set(change.path, change.after) }
                applied.append(change)
            }
        } catch {
            // If this fails as well, the record stays, and the next command completes it.
            for change in applied.reversed() { try? set(change.path, change.before) }
            // As above.
            if areUndone(applied) { try? files.remove(path(number)) }
            throw error
        }
    }

    private func areUndone(_ changes: [FileChange]) -> Bool {
        do {
            return try changes.allSatisfy { try content($0.path) == $0.before }
        } catch {
            return false
        }
    }

    private func set(_ path: String, _ bytes: [UInt8]?) throws {
        if let bytes { try files.write(path, bytes) } else { try files.remove(path) }
    }

    func content(_ path: String) throws -> [UInt8]? {
        try files.readIfPresent(path)
    }

    // MARK: Recovering

    /// The result of recovering an interrupted command.
    package enum Recovery: Hashable, Sendable {
        case completed(ChangeRecord)
        /// The command couldn't be completed, because this file has changed since.
        case abandoned(ChangeRecord, file: String)
    }

    /// Completes the commands that were interrupted.
    ///
    /// - Throws: ``FileError`` if a file can't be written; the next command tries again.
    package func recover() throws -> [Recovery] {
        try numbers().pending.sorted().compactMap { number in
            // A record is written in one step, so one that can't be read comes from a power failure.
            guard let record = try record(number) else {
                try files.remove(path(number))
                return nil
            }
            // They are written in order: if the last one was, the command was finished, and later changes of a file are
            // intended.
            if let last = record.changes.last, try content(last.path) == last.after {
                finish(number)
                return .completed(record)
            }
            var changed: String?
            for change in record.changes {
                let content = try content(change.path)
                if content != change.before, content != change.after { changed = changed ?? change.path }
            }
            if let changed {
                // The record gets no mark, so the command can't be undone, either.
                try files.remove(path(number))
                return .abandoned(record, file: changed)
            }
            for change in record.changes where try content(change.path) != change.after {
                try set(change.path, change.after)
            }
            finish(number)
            return .completed(record)
        }
    }

    /// The commands that were interrupted and haven't been completed yet.
    package func interrupted() throws -> [ChangeRecord] {
        try numbers().pending.sorted().compactMap(record)
    }

    // MARK: Records

    /// The records of the last commands, oldest first, with paths that can be opened.
    package func records() throws -> [ChangeRecord] {
        let numbers = try numbers()
        return try numbers.all.subtracting(numbers.pending).sorted().compactMap(record)
    }

    private func record(_ number: Int) throws -> ChangeRecord? {
        guard files.status(path(number)) != nil,
            var record = ChangeRecord(try files.read(path(number)), number: number)
        else { return nil }
        for index in record.changes.indices {
            record.changes[index].path = paths.opened(record.changes[index].path)
        }
        return record
    }

    /// Marks a command as done and removes the oldest records. A mark that couldn't be written is set by the next
    /// command; an old record that couldn't be removed only takes up space.
    private func finish(_ number: Int) {
        // The next command completes it again, which changes nothing.
        try? files.write(mark(number), [])
        // Old records only take up space.
        guard let all = try? numbers().all.sorted() else { return }
        for old in all.dropLast(Self.length) {
            // The mark goes last: a record without one would be applied again.
            guard (try? files.remove(path(old))) != nil else { continue }
            // As above.
            try? files.remove(mark(old))
        }
    }

    /// - Returns: the numbers of all commands, and the numbers of those that aren't marked as done.
    private func numbers() throws -> (all: Set<Int>, pending: Set<Int>) {
        let names = try files.list(folder).map(\.path)
        func numbers(_ suffix: String) -> Set<Int> {
            Set(names.filter { $0.hasSuffix(suffix) }.compactMap { Int($0.dropLast(suffix.count)) })
        }
        let (records, marks) = (numbers(".record"), numbers(".done"))
        return (records.union(marks), records.subtracting(marks))
    }

    private func path(_ number: Int) -> String { "\(folder)/\(Self.name(number)).record" }

    private func mark(_ number: Int) -> String { "\(folder)/\(Self.name(number)).done" }

    /// The number as a name of seven digits, so that the files are listed in order.
    private static func name(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    }
}
