package import Newsletter
internal import Text

extension HeaderReader {
    /// The header of an issue; throws all of its errors at once.
    package static func header(
        of source: SourceText, file: String, rules: IssueRules = IssueRules()
    ) throws(Diagnostics) -> (header: IssueHeader, bodyLine: Int) {
        let fields = fields(of: source, decoder: rules.frontMatter)
        return (try header(fields, file: file, rules: rules, heading: nil), fields.bodyLine)
    }

    /// - Parameter heading: the heading that is the title of an issue whose header has none.
    static func header(
        _ fields: Fields, file: String, rules: IssueRules, heading: String?
    ) throws(Diagnostics) -> IssueHeader {
        var faults: [Diagnostic] = []
        func report(_ summary: String, _ remedy: String, at line: Int = 1) {
            faults.append(Diagnostic(summary, remedy: remedy, file: file, at: .init(line: line, column: 1)))
        }
        if fields.isUnclosed { report("the front matter isn't closed", "Write a line '---' below it") }
        if let fault = fields.fault {
            report("the front matter can't be read: \(fault.summary)", "Correct the line", at: fault.line)
            throw Diagnostics(faults)
        }
        let name = IssueFileName(file)
        let heldBack = heldBack(fields)
        let dated = IssueDate(fields, name: name, rules: rules, title: fields.text(of: "title") ?? heading)
        let number = number(fields, name: name, title: fields.text(of: "title") ?? heading ?? "", rules)
        let date = dated.date ?? (number.map(String.init).flatMap { rules.dates[$0] })
        let title =
            fields.text(of: "title") ?? rules.titlePattern.flatMap { filled($0, name, number, date) } ?? heading ?? ""
        let misspelt = fields.misspeltKeys(file: file)
        faults += misspelt.map(\.fault)
        func isMisspelt(_ key: String) -> Bool { misspelt.contains { $0.meant == key } }
        if let written = fields.values["number"], !written.text.isEmpty, Int(written.text) == nil, heldBack == nil {
            report("'\(written.text)' isn't a number", "Write the issue's number in digits", at: written.location.line)
        }
        if title.isEmpty, !isMisspelt("title") {
            report("the issue has no title", "Write a line 'Title: …' at the top")
        }
        if date == nil, heldBack == nil {
            if let written = dated.written {
                report("'\(written.text)' isn't a date", "Write the date as YYYY-MM-DD", at: written.location.line)
            } else if !isMisspelt("date") {
                report("the issue has no date", "Write a line 'Date: YYYY-MM-DD' at the top")
            }
        }
        guard faults.isEmpty else { throw Diagnostics(faults) }
        let categories = categories(fields)
        return IssueHeader(
            title: title, number: number, date: date ?? CalendarDate(clampingDaysSince1970: 0),
            category: categories.first, categories: categories.count > 1 ? categories : [],
            slug: fields.text(of: "slug"), minutes: dated.minutes, name: name.name, file: name,
            permalink: permalink(fields), aliases: fields.items(of: "aliases") + fields.items(of: "redirect_from"),
            author: fields.text(of: "author") ?? fields.text(of: "authors"),
            description: fields.text(of: "description") ?? fields.text(of: "summary"),
            image: fields.text(of: "image"),
            tags: fields.items(of: fields.values["tags"] == nil ? "taxonomies.tags" : "tags"),
            heldBack: heldBack)
    }

    /// A category, then those of a list, or of words between blanks or commas, as Jekyll reads them
    /// (https://jekyllrb.com/docs/posts/#categories).
    private static func categories(_ fields: Fields) -> [String] {
        let list =
            fields.values["categories"].map { value in
                value.items ?? value.text.split { $0 == "," || $0.isWhitespace }.map(String.init)
            } ?? []
        return [fields.text(of: "category")].compactMap { $0 } + list
    }

    private static func filled(
        _ pattern: NamePattern, _ name: IssueFileName, _ number: Int?, _ date: CalendarDate?
    ) -> String? {
        let date = date.map { $0.description.split(separator: "-").map(String.init) }
        return pattern.filled { field in
            switch field {
            case .number: number.map(String.init)
            case .name: name.name
            case .year: date?[0]
            case .month: date?[1]
            case .day: date?[2]
            }
        }
    }

    /// The path of Zola, which makes a folder of it.
    private static func folder(_ path: String) -> String {
        path.hasSuffix("/") || path.hasSuffix(".html") ? path : path + "/"
    }

    /// The page's path, if the header has one: `permalink` of Jekyll, `url` of Hugo and Pelican, `path` of Zola.
    private static func permalink(_ fields: Fields) -> String? {
        guard
            let written = fields.text(of: "permalink") ?? fields.text(of: "url") ?? fields.text(of: "path").map(folder),
            !written.hasBytes(of: ":")
        else { return nil }
        return written.hasPrefix("/") ? written : "/" + written
    }

    /// The field that keeps the issue from being published.
    private static func heldBack(_ fields: Fields) -> String? {
        func text(_ key: String) -> String { fields.text(of: key)?.lowercased() ?? "" }
        if ["true", "yes", "on"].contains(text("draft")) { return "draft: true" }
        if ["false", "no", "off"].contains(text("published")) { return "published: false" }
        return ["draft", "hidden", "skip"].contains(text("status")) ? "status: \(text("status"))" : nil
    }

    /// The number in the header, or by the pattern, or at the end of the title.
    private static func number(_ fields: Fields, name: IssueFileName, title: String, _ rules: IssueRules) -> Int? {
        for key in ["number", "issue", "issue_number", "issue-number"] {
            if let written = fields.text(of: key), let number = Int(written) { return number }
        }
        if let pattern = rules.numberPattern {
            return pattern.values(in: name.stem)?[.number] ?? pattern.values(in: title)?[.number]
        }
        return numberAtEnd(of: title)
    }

    /// The last separate number in a title, at its end or after `#`, `Issue` or the like; never a year or the length of a
    /// list ("Top 10").
    private static func numberAtEnd(of title: String) -> Int? {
        let words = title.split(separator: " ")
        for index in words.indices.reversed() {
            guard let number = Int(words[index].drop { $0 == "#" }) else { continue }
            let before = index > 0 ? words[index - 1].lowercased() : ""
            let isMarked = words[index].first == "#" || numberWords.contains(before)
            if before == "top" { return nil }
            let isYear = !isMarked && 1900...2099 ~= number
            if isMarked || index == words.count - 1 && !isYear { return number }
        }
        return nil
    }

    private static let numberWords: Set<String> = [
        "issue", "no", "no.", "nr", "nr.", "number", "n.º", "n°", "nº", "num", "núm.", "edition", "ausgabe", "numéro",
        "número", "vol", "vol.", "volume",
    ]
}
