internal import Newsletter
internal import Text

/// A marker of a conflict in git was left standing.
///
/// Both sides' words stand in the issue, with git's lines between them. Keep what is right, and take the lines that
/// begin with `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>` out.
struct ConflictMarkerLeft: Check {
    static let id = "conflict-marker-left"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.lines.compactMap { line in
            guard line.kind != .code, ConflictMarker.beginsSide(document.bytes[line.bytes]) else { return nil }
            return finding(
                "a marker of a conflict is left", at: line.bytes, in: document,
                explanation: "git couldn't merge two versions here; the issue now has both.")
        }
    }
}
