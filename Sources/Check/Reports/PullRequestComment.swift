/// The comment on a pull request about the findings in it, as Markdown for a forge.
///
/// All text from the report is shown as code, so that the forge doesn't create links, mentions or images from it.
package enum PullRequestComment {
    /// The first line, which identifies the comment for later updates.
    package static let marker = "<!-- sennight: checks -->"

    /// The greatest number of findings that are listed.
    static let mostItems = 50
    /// The greatest number of characters shown of each text.
    static let longest = 300

    package static func text(_ report: StoredReport) -> String {
        let items = report.diagnostics
        guard !items.isEmpty else { return "\(marker)\nThe checks don't find any more problems. Thank you!\n" }
        let count = items.count == 1 ? "one problem" : "\(items.count) problems"
        var text = "\(marker)\nThe checks find \(count) in what this pull request adds:\n\n"
        for item in items.prefix(mostItems) {
            let severity = ["error", "warning", "hint"].contains(item.severity) ? item.severity : "finding"
            text += "* \(severity) in \(code("\(item.file):\(item.line)")): \(code(item.summary)) (\(code(item.id)))\n"
        }
        if items.count > mostItems { text += "* and \(items.count - mostItems) more\n" }
        return text + "\nThe check's log says how to fix each one; `sennight check --fix` fixes what is safe.\n"
    }

    /// A code span (CommonMark 6.1) for any text.
    static func code(_ text: String) -> String {
        var line = ""
        for scalar in text.unicodeScalars.prefix(longest) {
            // Control characters and bidirectional controls don't belong in a line.
            let isShown = scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
            line.unicodeScalars.append(isShown ? scalar : " ")
        }
        if text.unicodeScalars.count > longest { line += "…" }
        let runs = line.split { $0 != "`" }.map(\.count)
        let fence = String(repeating: "`", count: (runs.max() ?? 0) + 1)
        // CommonMark removes a space at both ends; the space keeps backticks at the ends apart from the delimiters.
        return line.allSatisfy { $0 == " " } ? "` `" : "\(fence) \(line) \(fence)"
    }
}
