package import Markdown
internal import Newsletter
package import Text

/// One way to tell what was found.
package protocol Report: Sendable {
    /// - Parameter texts: the files that were checked, by the name that findings call them.
    func text(_ findings: [Finding], texts: [String: SourceText]) -> PrintableText
}

extension SourceRange {
    /// The place behind the last byte, as most formats want it.
    var behind: SourceLocation {
        bytes.isEmpty ? start : SourceLocation(line: end.line, column: end.column + 1)
    }
}
