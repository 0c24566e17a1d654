package import Markdown
internal import Newsletter
package import Text

/// A format for findings.
package protocol Report: Sendable {
    /// - Parameter texts: the checked files, by the names that the findings use.
    func text(_ findings: [Finding], texts: [String: SourceText]) -> PrintableText
}

extension SourceRange {
    /// The location after the last byte, as most formats need it.
    var endAfter: SourceLocation {
        bytes.isEmpty ? start : SourceLocation(line: end.line, column: end.column + 1)
    }
}
