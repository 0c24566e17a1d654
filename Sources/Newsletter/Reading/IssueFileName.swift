package import Text

/// What the path of an issue's file says about the issue.
package struct IssueFileName: Hashable, Sendable {
    /// The date in the path: `2026-01-07-x.md`, `20260107.md` or `2026/01/07/index.md`.
    package let date: CalendarDate?
    /// The file's name without its date and its extension; that of the folder for `index.md`.
    package let name: String
    /// The path without the extension.
    package let stem: String

    package init(_ path: String) {
        let slash = path.lastIndex(of: "/")
        let dot = path[(slash ?? path.startIndex)...].lastIndex(of: ".")
        stem = String(path[..<(dot ?? path.endIndex)])
        var parts = stem.split(separator: "/")
        if parts.count > 1, let last = parts.last, ["index", "readme", "_index"].contains(last.lowercased()) {
            parts.removeLast()
        }
        let last = parts.last ?? ""
        if let (date, rest) = Self.leadingDate(last) {
            self.date = date
            name = rest.isEmpty ? String(last) : rest
            return
        }
        name = String(last)
        date = Self.date(at: last) ?? Self.date(inFolders: parts)
    }

    /// The date before a name, as Jekyll has it, and the name.
    private static func leadingDate(_ name: Substring) -> (CalendarDate, String)? {
        let pieces = name.split(separator: "-", maxSplits: 3, omittingEmptySubsequences: false)
        guard pieces.count >= 3, pieces[0].count == 4 else { return nil }
        let day = pieces[2].prefix { $0.isASCII && $0.isNumber }
        guard day.count <= 2, let date = date(pieces[0], pieces[1], day) else { return nil }
        guard day.count == pieces[2].count else { return nil }
        return (date, pieces.count > 3 ? String(pieces[3]) : "")
    }

    /// Eight digits that form a date, or a date with hyphens, somewhere in a name.
    private static func date(at name: Substring) -> CalendarDate? {
        let runs = name.split { !($0.isASCII && $0.isNumber) }
        for run in runs where run.count == 8 {
            if let date = date(run.prefix(4), run.dropFirst(4).prefix(2), run.suffix(2)) { return date }
        }
        for index in runs.indices.dropLast(2) where runs[index].count == 4 {
            let (month, day) = (runs[index + 1], runs[index + 2])
            guard name[runs[index].endIndex..<month.startIndex] == "-", name[month.endIndex..<day.startIndex] == "-"
            else { continue }
            if let date = date(runs[index], month, day) { return date }
        }
        return nil
    }

    private static func date(inFolders parts: [Substring]) -> CalendarDate? {
        for index in parts.indices.dropLast(2) where parts[index].count == 4 {
            if let date = date(parts[index], parts[index + 1], parts[index + 2]) { return date }
        }
        return nil
    }

    private static func date(_ year: Substring, _ month: Substring, _ day: Substring) -> CalendarDate? {
        guard let year = Int(year), let month = Int(month), let day = Int(day) else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}
