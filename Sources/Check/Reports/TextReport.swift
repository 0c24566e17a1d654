package import Markdown
internal import Newsletter

/// For people: each finding with its line and the range marked.
package struct TextReport: Report {
    private let isColored: Bool

    package init(isColored: Bool) {
        self.isColored = isColored
    }

    package func bytes(_ findings: [Finding], texts: [String: SourceText]) -> [UInt8] {
        var output = ""
        for finding in findings {
            let place = finding.range.start
            output += "\(finding.file):\(place.line):\(place.column): "
            output += colored(finding.severity.rawValue, colour(finding.severity))
            output += ": \(LineExcerpt.shown(finding.summary)) [\(finding.id)]\n"
            if let text = texts[finding.file] { output += excerpt(of: finding, in: text) }
            output += "  \(LineExcerpt.shown(finding.explanation))\n"
            for note in finding.notes {
                let place = note.place.map { ":\($0.line):\($0.column)" } ?? ""
                output += "  note: \(note.file)\(place): \(LineExcerpt.shown(note.text))\n"
            }
            for fix in finding.fixes {
                output += "  \(fix.isSafe ? "fix (--fix)" : "fix"): \(LineExcerpt.shown(fix.title))\n"
            }
            output += "\n"
        }
        return Array(output.utf8)
    }

    private func excerpt(of finding: Finding, in text: SourceText) -> String {
        let number = String(finding.range.start.line)
        let gutter = String(repeating: " ", count: number.utf8.count)
        let excerpt = LineExcerpt(of: finding.range, in: text)
        let marks = colored(excerpt.marks, colour(finding.severity))
        return "  \(number) | \(excerpt.line)\n  \(gutter) | \(excerpt.padding)\(marks)\n"
    }

    private func colour(_ severity: Finding.Severity) -> String {
        switch severity {
        case .error: "31"
        case .warning: "33"
        case .hint: "36"
        }
    }

    private func colored(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
