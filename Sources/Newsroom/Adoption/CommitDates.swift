internal import Context
internal import Newsletter
internal import Text

/// The days on which files were first committed.
struct CommitDates {
    /// The days by the files' paths from the folder.
    private(set) var dates: [String: CalendarDate] = [:]

    /// Reads the history of a folder; empty if it isn't in a git repository, or git isn't installed.
    init(of folder: String, git: Git) async {
        let command = GitCommand(
            [
                "-c", "core.quotePath=false", "log", "--reverse", "--diff-filter=A", "--no-renames", "--relative",
                "--format=\(Self.mark)%as", "--name-only", "--", ".",
            ], folder: folder)
        // Without a history, the issues have no dates, which is reported for each of them.
        guard let output = try? await git.run(command), output.status == 0 else { return }
        var day: CalendarDate?
        for line in output.bytes.split(separator: 0x0A) {
            let text = String(decoding: line, as: UTF8.self)
            if text.hasPrefix(Self.mark) {
                day = CalendarDate(iso8601: text.dropFirst(Self.mark.count))
            } else if let day, dates[text] == nil {
                dates[text] = day
            }
        }
    }

    /// Begins the line of a commit; no path contains it unquoted.
    private static let mark = "\u{1}"

    /// A table for `issue-dates:`; nil if none of the files has a date.
    func table(of files: [String]) -> String? {
        let lines = files.compactMap { file in
            // The table is read line by line, and a path with a comma would have two cells.
            file.contains(",") ? nil : dates[file].map { "\(file),\($0)\n" }
        }
        return lines.isEmpty ? nil : "file,date\n" + lines.joined()
    }
}
