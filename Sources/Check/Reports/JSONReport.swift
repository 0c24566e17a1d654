package import Markdown
internal import Newsletter
package import Text

/// A report for programs, with a stable schema. Columns count UTF-8 bytes from 1; an end is after the last byte.
package struct JSONReport: Report {
    package init() {}

    package func text(_ findings: [Finding], texts: [String: SourceText]) -> PrintableText {
        guard !findings.isEmpty else { return Self.frame.empty }
        return Self.frame.start + list(findings) + Self.frame.end
    }

    package var frame: ReportFrame? { Self.frame }

    package func part(_ findings: [Finding], in text: SourceText) -> PrintableText { list(findings) }

    private static let frame = ReportFrame(
        start: "{\n  \"diagnostics\": [", separator: ",", end: "\n  ]\n}\n", empty: "{\n  \"diagnostics\": []\n}\n")

    /// The items of the list of findings, each on lines of its own.
    private func list(_ findings: [Finding]) -> PrintableText {
        PrintableText(items: findings.lazy.map(json), depth: 2)
    }

    private func json(_ finding: Finding) -> JSONText {
        .members(
            [("id", .text(finding.id)), ("severity", .text(finding.severity.rawValue)), ("file", .text(finding.file))]
                + place(finding.range) + [
                    ("summary", .text(finding.summary)),
                    ("explanation", .text(finding.explanation)),
                    ("notes", .list(finding.notes.map(json))),
                    ("fixes", .list(finding.fixes.map(json))),
                ])
    }

    private func json(_ note: Finding.Note) -> JSONText {
        .members([
            ("file", .text(note.file)),
            ("line", note.place.map { .number($0.line) } ?? .null),
            ("column", note.place.map { .number($0.column) } ?? .null),
            ("text", .text(note.text)),
        ])
    }

    private func json(_ fix: Fix) -> JSONText {
        .members([
            ("title", .text(fix.title)),
            ("safe", .flag(fix.isSafe)),
            (
                "splices",
                .list(
                    fix.splices.map { splice in
                        .members(place(splice.range) + [("replacement", .text(splice.replacement))])
                    })
            ),
        ])
    }

    private func place(_ range: SourceRange) -> [(String, JSONText)] {
        [
            ("line", .number(range.start.line)), ("column", .number(range.start.column)),
            ("endLine", .number(range.endAfter.line)), ("endColumn", .number(range.endAfter.column)),
        ]
    }
}
