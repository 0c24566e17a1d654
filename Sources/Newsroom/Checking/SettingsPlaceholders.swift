internal import Newsletter
internal import Settings
internal import Text

/// The values in the settings that `adopt` didn't find, and that nobody has replaced since.
enum SettingsPlaceholders {
    /// A warning for each line that has the comment `# not found`.
    static func notices(_ session: DraftSession) -> [Diagnostic] {
        // The session has read the same file already.
        guard let text = try? session.location.text(session.files) else { return [] }
        return notices(in: text, file: session.location.settings)
    }

    static func notices(in text: String, file: String) -> [Diagnostic] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap {
            index, line in
            guard let comment = line.lastIndex(of: "#"),
                String(line[comment...]).trimmedBlanks.hasSuffix(AdoptionReport.notFound),
                let colon = line[..<comment].firstIndex(of: ":")
            else { return nil }
            let key = String(line[..<colon]).trimmedBlanks
            return Diagnostic(
                "'\(key)' has a placeholder, because 'sennight adopt' found no value",
                remedy: "Write the value, and remove the comment", file: file,
                at: SourceLocation(line: index + 1, column: 1), severity: .warning)
        }
    }
}
