package import Newsletter
internal import Text

/// What was taken in into one issue: a line of JSON for each pull request, sorted, so that git merges it.
package struct IntakeLog: Sendable, Equatable {
    package var records: [Record]

    /// Of the lines; version 1 had no member for it.
    private static let version = 2

    /// One pull request as it was taken in.
    package struct Record: Hashable, Sendable, Codable {
        /// ``PullRequestName/key``
        package var pull: String
        /// Its tip.
        package var head: String
        /// Where its branch began.
        package var base: String
        /// The draft that it worked on, from the repository's root.
        package var path: String
        package var changes: [EntryChange]

        package var name: PullRequestName { PullRequestName(pull) }
    }

    package init(_ records: [Record] = []) {
        self.records = records
    }

    package subscript(name: PullRequestName) -> Record? {
        // Two lines for one pull request come from a merge of two editors' files; the lower one stands.
        get { records.last { $0.pull == name.key } }
        set {
            records.removeAll { $0.pull == name.key }
            if let newValue { records.append(newValue) }
        }
    }

    /// Adds records from before; of a pull request that is known, they don't count.
    package mutating func add(older: IntakeLog) {
        let known = Set(records.map(\.pull))
        records += older.records.filter { !known.contains($0.pull) }
    }

    /// Passes over git's conflict markers.
    ///
    /// - Throws: at the first line that is none of these.
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
                remedy: "Keep one line for each pull request; after a conflict, both sides' lines",
                version: Self.version, file: file)
        }
        self.records = records
    }

    /// Its text, the same for the same records in any order.
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
