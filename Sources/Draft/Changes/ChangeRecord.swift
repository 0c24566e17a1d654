internal import Text

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The record of one command's changes, with every file's content before and after.
package struct ChangeRecord: Hashable, Sendable {
    /// The number of the command, counting those that changed something in the publication.
    package var number: Int
    /// The command's arguments, without the program's name.
    package var command: [String]
    /// The time of the command, in seconds since 1970.
    package var time: Int
    /// The changes, with paths from the publication's root for files below it.
    package var changes: [FileChange]
    /// The numbers of the commands that this one undid.
    package var undone: [Int] = []
    /// The number of the undo that this command reversed.
    package var redone: Int?

    /// The command as it was typed.
    package var title: String { (["sennight"] + command).joined(separator: " ") }

    init(number: Int, command: [String], time: Int, changes: [FileChange]) {
        self.number = number
        self.command = command
        self.time = time
        self.changes = changes
    }
}

// MARK: Coding

extension ChangeRecord {
    /// The first line of the record, in JSON; the contents of the files follow directly.
    private struct Header: Decodable {
        var command: [String]
        var time: Int
        var files: [File]
        var undone: [Int]
        var redone: Int?

        struct File: Decodable {
            var path: String
            /// The size of the content before, in bytes.
            var before: Int?
            var after: Int?
        }
    }

    var bytes: [UInt8] {
        let files = changes.map { change in
            JSONText.object([
                ("path", .text(change.path)), ("before", (change.before?.count).map { .number($0) }),
                ("after", (change.after?.count).map { .number($0) }),
            ])
        }
        let header = JSONText.object([
            ("command", .list(command.map { .text($0) })), ("time", .number(time)), ("files", .list(files)),
            ("undone", .list(undone.map { .number($0) })), ("redone", redone.map { .number($0) }),
        ])
        return changes.reduce(into: JSONLines.bytes(of: [header])) { bytes, change in
            bytes += change.before ?? []
            bytes += change.after ?? []
        }
    }

    /// Reads a record; nil if the bytes aren't a complete one.
    init?(_ bytes: [UInt8], number: Int) {
        guard let end = bytes.firstIndex(of: 0x0A),
            let header = try? JSONDecoder().decode(Header.self, from: Data(bytes[..<end]))
        else { return nil }
        var rest = bytes[(end + 1)...]
        var isWhole = true
        func take(_ count: Int?) -> [UInt8]? {
            guard let count else { return nil }
            guard count >= 0, count <= rest.count else {
                isWhole = false
                return nil
            }
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
        let changes = header.files.map { file in
            FileChange(path: file.path, before: take(file.before), after: take(file.after))
        }
        guard isWhole, rest.isEmpty else { return nil }
        self.init(number: number, command: header.command, time: header.time, changes: changes)
        undone = header.undone
        redone = header.redone
    }
}
