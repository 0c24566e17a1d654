internal import Text

/// Reads a table of issues' dates.
enum IssueDateTable {
    struct Fault: Error {
        var summary: String
        var line: Int
    }

    /// - Returns: the dates by the first column: an issue's number, or the path or name of its file.
    static func dates(in text: String) throws -> [String: CalendarDate] {
        var dates: [String: CalendarDate] = [:]
        var columns: (key: Int, date: Int)?
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmedBlanks }
            guard !String(line).trimmedBlanks.isEmpty else { continue }
            guard let columns else {
                let names = cells.map { $0.lowercased() }
                guard let date = names.firstIndex(of: "date"),
                    let key = names.firstIndex(where: { ["number", "issue", "file", "name"].contains($0) })
                else { throw Fault(summary: "the first line must name 'number' or 'file', and 'date'", line: 1) }
                columns = (key, date)
                continue
            }
            guard cells.count > max(columns.key, columns.date),
                let date = CalendarDate(iso8601: cells[columns.date].prefix(10))
            else { throw Fault(summary: "no date as YYYY-MM-DD", line: index + 1) }
            var key = cells[columns.key]
            if key.hasSuffix(".md") { key.removeLast(3) }
            if key.hasSuffix(".markdown") { key.removeLast(9) }
            dates[key] = date
        }
        return dates
    }
}
