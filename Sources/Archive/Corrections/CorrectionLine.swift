internal import Newsletter
internal import Text

/// A line of a ``CorrectionLog``.
struct CorrectionLine: Decodable {
    static let version = 1

    let correction: Correction

    private enum Key: String, CodingKey {
        case at, changes, entry, reason, silent
    }

    private struct Entry: Decodable {
        var id: String
        var title: String
    }

    private struct Change: Decodable {
        var kind: String
        var section: String?
        var title: String?
    }

    init(_ correction: Correction) {
        self.correction = correction
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        let written = try fields.decode(String.self, forKey: .at)
        guard let time = Timestamp.rfc3339(written) else {
            throw DecodingError.dataCorruptedError(forKey: .at, in: fields, debugDescription: "not a time")
        }
        let reason = try fields.decode(String.self, forKey: .reason)
        guard CorrectionReason.fault(of: reason) == nil else {
            throw DecodingError.dataCorruptedError(forKey: .reason, in: fields, debugDescription: "not a sentence")
        }
        let changes = try (fields.decodeIfPresent([Change].self, forKey: .changes) ?? []).map { change in
            guard let kind = Correction.Change.Kind(rawValue: change.kind) else {
                throw DecodingError.dataCorruptedError(forKey: .changes, in: fields, debugDescription: "unknown kind")
            }
            return Correction.Change(kind, title: change.title, section: change.section)
        }
        let entry = try fields.decodeIfPresent(Entry.self, forKey: .entry)
        correction = Correction(
            time: time, reason: reason, isSilent: try fields.decodeIfPresent(Bool.self, forKey: .silent) ?? false,
            entry: entry.map { CorrectedEntry(id: $0.id, title: $0.title) }, changes: changes)
    }

    /// The line as JSON with members sorted by name. The time comes first, so that sorted lines are in its order.
    var json: JSONText {
        let changes = correction.changes.map { change in
            JSONText.object([
                ("kind", .text(change.kind.rawValue)), ("section", change.section.map { .text($0) }),
                ("title", change.title.map { .text($0) }),
            ])
        }
        return .object([
            ("at", .text(Timestamp.text(correction.time))), ("changes", changes.isEmpty ? nil : .list(changes)),
            ("entry", correction.entry.map { .object([("id", .text($0.id)), ("title", .text($0.title))]) }),
            ("reason", .text(correction.reason)), ("silent", correction.isSilent ? .flag(true) : nil),
            ("v", .number(Self.version)),
        ])
    }
}
