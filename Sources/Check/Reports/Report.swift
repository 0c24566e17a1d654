package import Markdown
internal import Newsletter
package import Text

/// A format for findings.
package protocol Report: Sendable {
    /// - Parameter texts: the checked files, by the names that the findings use.
    func text(_ findings: [Finding], texts: [String: SourceText]) -> PrintableText

    /// What is around the parts of the report, if it can be made file by file; nil if it depends on all findings.
    var frame: ReportFrame? { get }

    /// The part of the report with the findings in one file, of which there is at least one.
    func part(_ findings: [Finding], in text: SourceText) -> PrintableText
}

/// What is around the parts of a report: one for each file that has findings.
package struct ReportFrame: Sendable {
    package var start: PrintableText
    package var separator: PrintableText
    package var end: PrintableText
    /// The whole report, if there are no findings.
    package var empty: PrintableText
}

extension Report {
    package var frame: ReportFrame? { ReportFrame(start: "", separator: "", end: "", empty: "") }

    package func part(_ findings: [Finding], in text: SourceText) -> PrintableText {
        self.text(findings, texts: Dictionary(findings.prefix(1).map { ($0.file, text) }) { first, _ in first })
    }
}

extension SourceRange {
    /// The location after the last byte, as most formats need it.
    var endAfter: SourceLocation {
        bytes.isEmpty ? start : SourceLocation(line: end.line, column: end.column + 1)
    }
}
