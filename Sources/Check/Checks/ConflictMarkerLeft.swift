internal import Newsletter
internal import Text

/// The issue contains git's conflict markers.
///
/// The issue has both versions of a text, with git's lines between them. Keep the right one, and remove the lines that
/// begin with `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>`.
struct ConflictMarkerLeft: Check {
    static let id = "conflict-marker-left"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.lines.compactMap { line in
            guard line.kind != .code, ConflictMarker.beginsSide(document.bytes[line.bytes]) else { return nil }
            return finding(
                "a conflict marker was left in", at: line.bytes, in: document,
                explanation:
                    "git couldn't merge two versions of this text, so the issue now has"
                    + " both. Keep one, and remove the markers."
            )
        }
    }
}
