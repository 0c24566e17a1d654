package import Markdown
internal import Newsletter
package import Text

/// A report for programs, with a stable schema. Columns count UTF-8 bytes from 1; an end is after the last byte.
package struct JSONReport: Report {
    package init() {}

    package func text(_ findings: [Finding], texts: [String: SourceText]) -> PrintableText {
        PrintableText(.members([("diagnostics", .list(findings.map(json)))])) + "\n"
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
