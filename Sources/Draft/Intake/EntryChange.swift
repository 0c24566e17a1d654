/// A pull request's change of one entry, paragraph or heading of a draft.
package struct EntryChange: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable {
        case added, edited, removed
    }

    package var kind: Kind
    /// The heading that the entry is under, without markup; empty above the first heading.
    package var section: String
    /// The identity by which the entry is recognised in other versions; see ``PieceIdentity``.
    package var identity: String
    /// The text as the pull request wrote it; for a removal, the text before.
    package var text: String
    /// The text before an edit.
    package var before: String?
    /// For a removal, how many copies are left in its section.
    package var left: Int?

    /// The changes that a branch made to a draft, in the draft's order. Differences in spaces and line breaks don't
    /// count.
    static func changes(base: IssuePieces, branch: IssuePieces) -> [EntryChange] {
        let parts = PartMatching.parts(base: base, main: base, branch: branch)
        var changes: [EntryChange] = []
        for part in parts {
            let heading = part.branch?.heading ?? part.base?.heading
            let section = PieceHeading.of(heading)
            if let change = change(part.base?.heading, part.branch?.heading, section: section, isHeading: true) {
                changes.append(change)
            }
            for node in part.nodes {
                guard var change = change(node.base, node.branch, section: section) else { continue }
                if change.kind == .removed {
                    let left = part.branch?.pieces.count { identity(of: $0) == change.identity } ?? 0
                    change.left = left == 0 ? nil : left
                }
                changes.append(change)
            }
        }
        // A piece that was removed here and added there was moved.
        let added = Set(changes.filter { $0.kind == .added }.map(\.identity))
        return changes.filter { $0.kind != .removed || !added.contains($0.identity) }
    }

    private static func change(
        _ base: IssuePiece?, _ branch: IssuePiece?, section: String, isHeading: Bool = false
    ) -> EntryChange? {
        let (before, after) = (base.map { text(of: $0) }, branch.map { text(of: $0) })
        guard let piece = branch ?? base,
            base.map({ PieceIdentity.words(of: $0.bytes[...]) })
                != branch.map({ PieceIdentity.words(of: $0.bytes[...]) })
        else { return nil }
        let kind: Kind = base == nil ? .added : branch == nil ? .removed : .edited
        return EntryChange(
            kind: kind, section: section, identity: isHeading ? "section " + section : identity(of: piece),
            text: after ?? before ?? "", before: kind == .edited ? before : nil)
    }

    static func identity(of piece: IssuePiece) -> String {
        switch piece.key {
        case .header(let name): "header " + name
        case .link(let url): "link " + url
        case .event(let url, let date): "event " + date + " " + url
        case .definition(let label): "definition " + label
        case .comment(let words): "comment " + words
        case .text(let words): "text " + words
        }
    }

    private static func text(of piece: IssuePiece) -> String { String(decoding: piece.bytes, as: UTF8.self) }
}

/// Finds the name of a section from the line of its heading.
enum PieceHeading {
    static func of(_ heading: IssuePiece?) -> String {
        guard let heading else { return "" }
        var words = PieceIdentity.words(of: heading.bytes[...]).drop { $0 == "#" || $0 == " " }
        while let last = words.last, last == "#" || last == " " { words.removeLast() }
        return String(words)
    }
}
