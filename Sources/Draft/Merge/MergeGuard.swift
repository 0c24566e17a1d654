package import Newsletter
internal import Markdown

/// Refuses to merge texts that aren't three versions of one issue, because the result of merging them would be wrong.
package enum MergeGuard {
    /// A version with its name for messages.
    package struct Version: Sendable {
        package var name: String
        package var bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// - Throws: ``Diagnostics`` that say which version isn't an issue, or has nothing in common with the base.
    package static func check(base: Version, main: Version, branch: Version) throws(Diagnostics) {
        for version in [base, main, branch] { try checkIssue(version) }
        let old = keys(of: base.bytes)
        for version in [main, branch] {
            let kept = keys(of: version.bytes).intersection(old).count
            guard kept * 10 < old.count else { continue }
            throw Diagnostics([
                Diagnostic(
                    "\(version.name) has nothing in common with \(base.name)",
                    remedy: "Pass three versions of one issue: base, main, branch", file: version.name)
            ])
        }
    }

    private static func checkIssue(_ version: Version) throws(Diagnostics) {
        guard version.bytes.contains(where: { $0 > 0x20 }) else {
            throw Diagnostics([
                Diagnostic("the file is empty", remedy: "Pass a version that has the issue's text", file: version.name)
            ])
        }
        let source = try SourceText(validating: version.bytes, file: version.name)
        guard HeaderReader.fields(of: source).values["title"] != nil else {
            throw Diagnostics([
                Diagnostic(
                    "the file isn't an issue, because it has no title", remedy: "Write a line 'Title: …' at the top",
                    file: version.name, at: SourceLocation(line: 1, column: 1))
            ])
        }
    }

    private static func keys(of bytes: [UInt8]) -> Set<IssuePiece.Key> {
        var keys: Set<IssuePiece.Key> = []
        for part in PieceSplitter.pieces(of: bytes).parts {
            if let heading = part.heading { keys.insert(heading.key) }
            // Every issue has a title and a date.
            for piece in part.pieces {
                if case .header = piece.key { continue }
                keys.insert(piece.key)
            }
        }
        return keys
    }
}
