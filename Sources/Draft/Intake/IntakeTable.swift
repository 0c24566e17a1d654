internal import Newsletter
package import Text

/// Writes the rows of intake, for people and for programs.
package enum IntakeTable {
    package static func text(_ rows: [IntakeRow]) -> PrintableText {
        let cells = rows.map { [$0.pull.name.description, $0.what, $0.outcome] }
        let widths = (0..<3).map { column in cells.map { $0[column].count }.max() ?? 0 }
        var lines: [PrintableText] = []
        for (row, cells) in zip(rows, cells) {
            let padded = zip(cells, widths).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }
            let author = row.pull.author.map { " · \($0)" } ?? ""
            lines.append("\((padded + [row.pull.title + author]).joined(separator: "  "))\n")
            lines += row.remarks.map { "    \($0)\n" }
        }
        return lines.joined(separator: "")
    }

    package static func json(_ rows: [IntakeRow]) -> JSONText {
        .list(
            rows.map { row in
                .object([
                    ("pull", .text(row.pull.name.key)), ("title", .text(row.pull.title)),
                    ("author", .optional(row.pull.author)), ("head", .text(row.pull.head)),
                    ("kind", .text(row.kind.rawValue)), ("state", .text(row.stateName)),
                    ("added", .number(row.added)), ("edited", .number(row.edited)),
                    ("removed", .number(row.removed)), ("files", .list(row.files.map { .text($0) })),
                    ("missing", .list(row.missing.map { .text($0) })),
                    ("notes", .list(row.notes.map { .text($0) })),
                ])
            })
    }
}

extension IntakeRow {
    fileprivate var what: String {
        switch kind {
        case .adds: "adds \(added)"
        case .edits: counts
        case .otherFiles: counts.isEmpty ? "other files" : "\(counts); other files"
        case .oldDraft: counts.isEmpty ? "old draft" : "\(counts); old draft"
        case .empty: "empty"
        case .conflict: "conflict"
        case .correction: "correction"
        case .notAnIssue: "not an issue"
        case .unreadable: "unreadable"
        }
    }

    private var counts: String {
        let counts = [("adds", added), ("edits", edited), ("removes", removed)].filter { $0.1 > 0 }
        let text = counts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        return text.isEmpty && kind == .edits ? "spaces" : text
    }

    fileprivate var outcome: String {
        switch state {
        case .takenIn: "merged"
        case .known(let missing): missing.isEmpty ? "merged before" : "\(missing.count) undone since"
        case .leftOut: kind == .empty ? "already in main" : "left out"
        }
    }

    fileprivate var stateName: String {
        switch state {
        case .takenIn: "taken-in"
        case .known: "known"
        case .leftOut: "left-out"
        }
    }

    fileprivate var missing: [String] {
        if case .known(let missing) = state { return missing }
        return []
    }

    fileprivate var remarks: [String] {
        notes.map { $0 + "." } + missing.map { $0 + "." }
            + (files.isEmpty ? [] : ["Review the other files: \(files.joined(separator: ", "))."])
    }
}
