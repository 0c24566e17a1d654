internal import Check
internal import Markdown
internal import Newsletter

extension Finding {
    /// The finding as an error, for commands that refuse to work because of findings.
    var diagnostic: Diagnostic {
        Diagnostic(
            "\(summary) [\(id)]", remedy: explanation.hasSuffix(".") ? String(explanation.dropLast()) : explanation,
            file: file, at: range.start, severity: severity)
    }

    /// One line without a full stop, with the beginning of the line that the finding is about.
    func note(in text: SourceText) -> String {
        let bytes = text.trimmedLine(range.start.line)
        // A line may be as long as the whole file, and have thousands of findings.
        let line = String(decoding: bytes.prefix(Self.readForNote), as: UTF8.self)
        let isCut = bytes.count > Self.readForNote || line.count > 70
        return "'\(isCut ? line.prefix(69) + "…" : line[...])': \(summary) [\(id)]"
    }

    /// How many bytes of the line are read, more than the shown characters have.
    private static let readForNote = 2000
}
