internal import Newsletter
internal import Text

/// The months of issues in a list of links below headings with years and months, as a `README` has it.
struct IssueMonths {
    /// The first days of months, by the paths of issues.
    private(set) var months: [String: CalendarDate] = [:]

    /// - Parameter issues: the paths of the issues' files, from the folder of the list.
    init(in text: String, issues: [String]) {
        let issues = Set(issues)
        var (year, month): (Int?, Int?)
        for line in text.split(whereSeparator: \.isNewline) {
            let links = line.split(separator: "](").dropFirst().map { String($0.prefix { $0 != ")" && $0 != "#" }) }
            let named = links.map { $0.hasPrefix("./") ? String($0.dropFirst(2)) : $0 }.filter(issues.contains)
            if let year, let month, let first = CalendarDate(year: year, month: month, day: 1) {
                for path in named where months[path] == nil { months[path] = first }
            }
            guard named.isEmpty, line.count <= Self.longestHeading else { continue }
            if let found = Self.year(in: line) { (year, month) = (found, nil) }
            if let found = Self.month(in: line) { month = found }
        }
    }

    /// In characters; a longer line is a sentence.
    private static let longestHeading = 40

    private static func year(in line: Substring) -> Int? {
        line.split { !($0.isASCII && $0.isNumber) }.lazy.filter { $0.count == 4 }.compactMap { Int($0) }
            .first { 1990...2099 ~= $0 }
    }

    private static func month(in line: Substring) -> Int? {
        let words = line.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
        for word in words {
            if let number = MonthName.number(of: word) { return number }
            guard word.hasSuffix("月") else { continue }
            let name = String(word.dropLast().suffix(while: { $0.isNumber || chinese.contains(String($0)) }))
            if let index = chinese.firstIndex(of: name) { return index + 1 }
            if let number = Int(name), 1...12 ~= number { return number }
        }
        return nil
    }

    private static let chinese = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
}
