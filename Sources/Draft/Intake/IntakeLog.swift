package import Newsletter
internal import Text

/// The pull requests that were added to one issue, with a line of JSON for each, sorted so that git can merge the file.
package struct IntakeLog: Sendable, Equatable {
    package var records: [Record]

    /// The version of the lines; lines of version 1 have no member for it.
    private static let version = 2

    /// The state of a pull request when it was added.
    package struct Record: Hashable, Sendable, Codable {
        /// The name of the pull request, as ``PullRequestName/key``.
        package var pull: String
        /// The last commit of the pull request's branch.
        package var head: String
        /// The commit where the pull request's branch began.
        package var base: String
        /// The path of the draft that it changed, from the repository's root.
        package var path: String
        package var changes: [EntryChange]

        package var name: PullRequestName { PullRequestName(pull) }
    }

    package init(_ records: [Record] = []) {
        self.records = records
    }

    package subscript(name: PullRequestName) -> Record? {
        // Two lines for one pull request result from merging two editors' files; the lower one counts.
        get { records.last { $0.pull == name.key } }
        set {
            records.removeAll { $0.pull == name.key }
            if let newValue { records.append(newValue) }
        }
    }

    /// Adds earlier records, except those of pull requests that already have one.
    package mutating func add(older: IntakeLog) {
        let known = Set(records.map(\.pull))
        records += older.records.filter { !known.contains($0.pull) }
    }

    /// Reads the lines of a file, skipping git's conflict markers.
    ///
    /// - Throws: a ``Diagnostic`` for the first line that is neither a record nor a marker.
    package init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
        var records: [Record] = []
        do throws(JSONLines.InvalidLine) {
            try JSONLines.read(Record.self, from: bytes, version: Self.version) { record in
                records.append(record)
                return true
            }
        } catch {
            throw Diagnostic(
                error, "this line isn't a record of a merged pull request",
                remedy: "Keep one line for each pull request; after a conflict, keep the lines of both sides",
                version: Self.version, file: file)
        }
        self.records = records
    }

    /// The file's text, which doesn't depend on the order in which records were added.
    package var bytes: [UInt8] {
        let lines = Set(records).map { (name: $0.name, line: JSONLines.bytes(of: [$0.json(version: Self.version)])) }
        let sorted = lines.sorted { one, other in
            one.name == other.name
                ? one.line.lexicographicallyPrecedes(other.line) : one.name < other.name
        }
        return sorted.flatMap(\.line)
    }
}

extension IntakeLog.Record {
    fileprivate func json(version: Int) -> JSONText {
        .members([
            ("pull", .text(pull)), ("head", .text(head)), ("base", .text(base)), ("path", .text(path)),
            ("changes", .list(changes.map(\.json))), ("v", .number(version)),
        ])
    }
}

extension EntryChange {
    fileprivate var json: JSONText {
        .object([
            ("kind", .text(kind.rawValue)), ("section", .text(section)), ("identity", .text(identity)),
            ("text", .text(text)), ("before", before.map { .text($0) }), ("left", left.map { .number($0) }),
        ])
    }
}
