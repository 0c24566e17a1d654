internal import Archive
internal import Newsletter

/// The week's pick, such as a crate of the week, was the pick of one of the last issues, too.
///
/// It is probably last week's, left in by mistake.
struct RepeatedPick: Check {
    static let id = "repeated-pick"
    static let severity = Finding.Severity.hint

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let recent = context.recentIssues(before: document.issue.header.date)
        var seen: Set<Int> = []
        // Only the first link of a section is the pick; others say who suggested it.
        return document.entries.filter { $0.kind == .pick && seen.insert($0.section).inserted }.compactMap { pick in
            guard
                let earlier = context.archive.lastOccurrence(
                    of: pick.canonical, before: recent.upperBound, where: { $0.kind == .pick }),
                recent.contains(earlier.issue)
            else { return nil }
            let issue = context.archive.issues[earlier.issue]
            return finding(
                "this pick is already the one of \(issue.date)", at: document.place(of: pick.entry), in: document,
                explanation: "Write about this week's pick.",
                notes: [Finding.Note(file: issue.file, place: earlier.location, text: "there as '\(earlier.title)'")])
        }
    }
}
