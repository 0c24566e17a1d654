internal import Check
internal import Markdown
internal import Newsletter

extension Finding {
    /// For commands that finding something keeps from their work.
    var diagnostic: Diagnostic {
        Diagnostic(
            "\(summary) [\(id)]", remedy: explanation.hasSuffix(".") ? String(explanation.dropLast()) : explanation,
            file: file, at: range.start, severity: severity)
    }

    /// One line without a full stop, with the beginning of the line that it is about.
    func note(in text: SourceText) -> String {
        let line = String(decoding: text.trimmedLine(range.start.line), as: UTF8.self)
        return "'\(line.count > 70 ? line.prefix(69) + "…" : line[...])': \(summary) [\(id)]"
    }
}
