package import Markdown
internal import Newsletter
package import Text

/// A report for people: each finding with its line and the range marked.
package struct TextReport: Report {
    private let isColored: Bool

    package init(isColored: Bool) {
        self.isColored = isColored
    }

    package func text(_ findings: [Finding], texts: [String: SourceText]) -> PrintableText {
        var output: PrintableText = ""
        for finding in findings {
            let place = finding.range.start
            output += "\(finding.file):\(place.line):\(place.column): "
            output += "\("\(finding.severity.rawValue)", in: color(finding.severity)): "
            output += "\(finding.summary) [\(finding.id)]\n"
            if let text = texts[finding.file] { output += excerpt(of: finding, in: text) }
            output += "  \(finding.explanation)\n"
            for note in finding.notes {
                let place = note.place.map { ":\($0.line):\($0.column)" } ?? ""
                output += "  note: \(note.file)\(place): \(note.text)\n"
            }
            for fix in finding.fixes {
                output += "  \(fix.isSafe ? "fix (--fix)" : "fix"): \(fix.title)\n"
            }
            output += "\n"
        }
        return output
    }

    private func excerpt(of finding: Finding, in text: SourceText) -> PrintableText {
        let number = String(finding.range.start.line)
        let gutter = String(repeating: " ", count: number.utf8.count)
        let excerpt = LineExcerpt(of: finding.range, in: text)
        let marks: PrintableText = "\("\(excerpt.marks)", in: color(finding.severity))"
        return "  \(number) | \(excerpt.line)\n  \(gutter) | \(excerpt.padding)\(marks)\n"
    }

    private func color(_ severity: Finding.Severity) -> PrintableText.Color? {
        guard isColored else { return nil }
        return switch severity {
        case .error: .red
        case .warning: .yellow
        case .hint: .cyan
        }
    }
}
