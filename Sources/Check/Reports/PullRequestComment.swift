/// What is written below a pull request about what the checks found in it, as Markdown for a forge.
///
/// All that comes from the report stands in code, where a forge makes neither links nor mentions nor pictures of it.
package enum PullRequestComment {
    /// The first line, by which the comment is found again.
    package static let marker = "<!-- sennight: checks -->"

    /// The most findings that are listed.
    static let mostItems = 50
    /// The most letters of each text that are shown.
    static let longest = 300

    package static func text(_ report: StoredReport) -> String {
        let items = report.diagnostics
        guard !items.isEmpty else { return "\(marker)\nThe checks find nothing any more. Thank you!\n" }
        let count = items.count == 1 ? "one thing" : "\(items.count) things"
        var text = "\(marker)\nThe checks find \(count) in what this pull request adds:\n\n"
        for item in items.prefix(mostItems) {
            let severity = ["error", "warning", "hint"].contains(item.severity) ? item.severity : "finding"
            text += "* \(severity) in \(code("\(item.file):\(item.line)")): \(code(item.summary)) (\(code(item.id)))\n"
        }
        if items.count > mostItems { text += "* and \(items.count - mostItems) more\n" }
        return text + "\nThe check's log says how to fix each one; `sennight check --fix` fixes what is safe.\n"
    }

    /// A code span (CommonMark 6.1), whatever is in it.
    static func code(_ text: String) -> String {
        var line = ""
        for scalar in text.unicodeScalars.prefix(longest) {
            // Controls and what turns the direction of writing have no place in a line.
            let isShown = scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
            line.unicodeScalars.append(isShown ? scalar : " ")
        }
        if text.unicodeScalars.count > longest { line += "…" }
        let runs = line.split { $0 != "`" }.map(\.count)
        let fence = String(repeating: "`", count: (runs.max() ?? 0) + 1)
        // A blank at both ends is taken away again, and keeps backticks at the ends apart from the fence.
        return line.allSatisfy { $0 == " " } ? "` `" : "\(fence) \(line) \(fence)"
    }
}
