package import Markdown
internal import Newsletter
package import Text

/// Annotations on a pull request, as workflow commands that GitHub Actions reads from the log.
package struct GitHubReport: Report {
    package init() {}

    package func text(_ findings: [Finding], texts: [String: SourceText]) -> PrintableText {
        var output: PrintableText = ""
        for finding in findings {
            let (start, end) = (finding.range.start, finding.range.end)
            output += "::\(command(finding.severity)) file=\(property(finding.file)),line=\(start.line)"
            output += ",endLine=\(end.line)"
            // GitHub only uses columns if the range is within one line.
            if start.line == end.line { output += ",col=\(start.column),endColumn=\(end.column)" }
            output += ",title=\(property(finding.id))::"
            output += "\(data(finding.summary + ". " + finding.explanation))\n"
        }
        return output
    }

    private func command(_ severity: Finding.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .hint: "notice"
        }
    }

    /// Escapes text as the runner's toolkit does; by scalars, because to the runner a character with a combining accent
    /// is still that character.
    private func data(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }

    private func property(_ text: String) -> String {
        data(text).unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case ":": result += "%3A"
            case ",": result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
