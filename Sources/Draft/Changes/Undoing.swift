internal import Newsletter

/// Determines how undoing or redoing the last commands changes files.
package struct Undoing {
    private let log: ChangeLog
    /// The commands that are in effect, latest first.
    package let active: [ChangeRecord]
    /// The undos that no other command followed, latest last.
    private let redoable: [ChangeRecord]
    /// All records, latest first.
    package let records: [ChangeRecord]

    package init(_ log: ChangeLog) throws {
        self.log = log
        let records = try log.records()
        var undone: Set<Int> = []
        var redoable: [ChangeRecord] = []
        for record in records {
            if let redone = record.redone {
                undone.subtract(records.first { $0.number == redone }?.undone ?? [])
                redoable.removeAll { $0.number == redone }
            } else if record.undone.isEmpty {
                redoable = []
            } else {
                undone.formUnion(record.undone)
                redoable.append(record)
            }
        }
        active = records.reversed().filter { record in
            record.undone.isEmpty && record.redone == nil && !undone.contains(record.number)
        }
        self.redoable = redoable
        self.records = records.reversed()
    }

    package struct Plan {
        package var changes: FileChanges
        /// The commands that are undone, or the undo that is reversed.
        package var records: [ChangeRecord]
    }

    /// - Parameter count: the number of commands, at least 1.
    /// - Throws: a ``Diagnostic`` if there are fewer commands, or a file has changed since.
    package func undoing(_ count: Int) throws -> Plan {
        guard count <= active.count else {
            throw Diagnostic(
                active.isEmpty
                    ? "nothing to undo" : "only \(active.count) of the last commands can be undone",
                remedy: "'sennight undo --list' lists the commands")
        }
        let records = Array(active.prefix(count))
        return Plan(changes: try reversal(of: records), records: records)
    }

    /// - Throws: a ``Diagnostic`` if the last command wasn't an undo, or a file has changed since.
    package func redoing() throws -> Plan {
        guard let last = redoable.last else {
            throw Diagnostic("nothing to redo", remedy: "'sennight undo --list' lists the commands")
        }
        return Plan(changes: try reversal(of: [last]), records: [last])
    }

    /// The changes that reverse the commands, latest first. At every step, it is an error if the file isn't as the
    /// command left it.
    private func reversal(of records: [ChangeRecord]) throws -> FileChanges {
        var states: [String: [UInt8]?] = [:]
        var present: [String: [UInt8]?] = [:]
        var order: [String] = []
        for record in records {
            for change in record.changes.reversed() {
                if present[change.path] == nil {
                    let content = try log.content(change.path)
                    present[change.path] = .some(content)
                    states[change.path] = .some(content)
                    order.append(change.path)
                }
                guard states[change.path] == .some(change.after) else {
                    throw Diagnostic(
                        "this file has changed since '\(record.title)', so nothing was changed",
                        remedy: "Change the file by hand, or undo fewer commands", file: change.path)
                }
                states[change.path] = .some(change.before)
            }
        }
        var changes = FileChanges()
        for path in order {
            let (old, new) = (present[path] ?? nil, states[path] ?? nil)
            if let new { changes.write(path, new, over: old) } else if let old { changes.remove(path, old) }
        }
        return changes
    }
}
