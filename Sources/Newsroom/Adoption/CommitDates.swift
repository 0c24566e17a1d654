internal import Context
internal import Newsletter
internal import Text

/// The days on which files were first committed, also under former names.
struct CommitDates {
    /// The days by the files' paths from the folder.
    private(set) var dates: [String: CalendarDate] = [:]

    /// Reads the history of a folder; empty if it isn't in a git repository, or git isn't installed.
    init(of folder: String, git: Git) async {
        let command = GitCommand(
            [
                "-c", "core.quotePath=false", "log", "--reverse", "--diff-filter=AR", "--find-renames", "--relative",
                "--format=\(Self.mark)%as", "--name-status", "--", ".",
            ], folder: folder)
        // Without a history, the issues have no dates, which is reported for each of them.
        guard let output = try? await git.run(command), output.status == 0 else { return }
        var day: CalendarDate?
        for line in output.bytes.split(separator: 0x0A) {
            let text = String(decoding: line, as: UTF8.self)
            if text.hasPrefix(Self.mark) {
                day = CalendarDate(iso8601: text.dropFirst(Self.mark.count))
                continue
            }
            // `A`, a tab and the path; or `R100`, the former path and the new one.
            let fields = text.split(separator: "\t").dropFirst().map(String.init)
            guard let day, let path = fields.last, dates[path] == nil else { continue }
            dates[path] = fields.count > 1 ? dates[fields[0]] ?? day : day
        }
    }

    /// Begins the line of a commit; no path contains it unquoted.
    private static let mark = "\u{1}"

    /// The days of files; empty if they say nothing, because one commit added all of several files.
    func days(of files: [String]) -> [String: CalendarDate] {
        let known = dates.filter { files.contains($0.key) }
        return known.count >= Self.several && Set(known.values).count == 1 ? [:] : known
    }

    private static let several = 4
}
