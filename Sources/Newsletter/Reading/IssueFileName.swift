package import Text

/// What the path of an issue's file says about the issue.
package struct IssueFileName: Hashable, Sendable {
    /// The date in the path: `2026-01-07-x.md`, `20260107.md`, `2026/01/07/index.md` or `2026/Jan/07.md`.
    package let date: CalendarDate?
    /// The file's name without its date and its extension; that of the folder for `index.md`.
    package let name: String
    /// The path without the extension.
    package let stem: String
    /// The file's name with its date, without its extension; that of the folder for `index.md`.
    package let fullName: String
    /// The folder of the file; for `index.md`, that of its folder.
    package let folder: String

    package init(_ path: String) {
        let slash = path.lastIndex(of: "/")
        let dot = path[(slash ?? path.startIndex)...].lastIndex(of: ".")
        stem = String(path[..<(dot ?? path.endIndex)])
        var parts = stem.split(separator: "/")
        if parts.count > 1, let last = parts.last, ["index", "readme", "_index"].contains(last.lowercased()) {
            parts.removeLast()
        }
        let last = parts.last ?? ""
        fullName = String(last)
        folder = parts.dropLast().joined(separator: "/")
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

    /// The Monday of the week in the path, by ISO 8601: `2026-W05.md`, `2026/week-5.md` or `2026/kw05.md`.
    package var week: CalendarDate? {
        let bytes = Array(stem.utf8)
        for start in bytes.indices where start == 0 || !Self.isDigit(bytes[start - 1]) {
            let digits = bytes[start...].prefix { Self.isDigit($0) }
            guard digits.count == 4, let year = Self.number(digits), 1990...2099 ~= year else { continue }
            let word = bytes[digits.endIndex...].prefix { !Self.isDigit($0) }
            let number = bytes[word.endIndex...].prefix { Self.isDigit($0) }
            let letters = String(decoding: word, as: UTF8.self).lowercased().filter(\.isLetter)
            guard Self.weekWords.contains(letters), word.count <= letters.utf8.count + 3, number.count <= 2,
                let week = Self.number(number), 1...53 ~= week, let first = CalendarDate(year: year, month: 1, day: 4)
            else { continue }
            // The week with 4 January is the first one.
            return CalendarDate(daysSince1970: first.daysSince1970 - first.weekday.index + (week - 1) * 7)
        }
        return nil
    }

    private static let weekWords: Set<String> = ["w", "week", "wk", "kw", "cw", "semana", "semaine", "woche"]

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? { Int(String(decoding: digits, as: UTF8.self)) }

    private static func date(_ year: Substring, _ month: Substring, _ day: Substring) -> CalendarDate? {
        guard let year = Int(year), let month = Int(month) ?? MonthName.number(of: month.lowercased()),
            let day = Int(day)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}
