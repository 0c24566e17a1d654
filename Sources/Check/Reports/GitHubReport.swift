package import Markdown
internal import Newsletter

/// Annotations on a pull request: workflow commands that GitHub Actions reads from the log.
package struct GitHubReport: Report {
    package init() {}

    package func bytes(_ findings: [Finding], texts: [String: SourceText]) -> [UInt8] {
        var output = ""
        for finding in findings {
            let (start, end) = (finding.range.start, finding.range.end)
            output += "::\(command(finding.severity)) file=\(property(finding.file)),line=\(start.line)"
            output += ",endLine=\(end.line)"
            // Columns are only heeded where the range does not leave its line.
            if start.line == end.line { output += ",col=\(start.column),endColumn=\(end.column)" }
            output += ",title=\(property(finding.id))::"
            output += data(finding.summary + ". " + finding.explanation) + "\n"
        }
        return Array(output.utf8)
    }

    private func command(_ severity: Finding.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .hint: "notice"
        }
    }

    /// As the runner's own toolkit escapes.
    private func data(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "%": result += "%25"
            case "\r\n": result += "%0D%0A"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            default: result.append(character)
            }
        }
    }

    private func property(_ text: String) -> String {
        data(text).reduce(into: "") { result, character in
            switch character {
            case ":": result += "%3A"
            case ",": result += "%2C"
            default: result.append(character)
            }
        }
    }
}
