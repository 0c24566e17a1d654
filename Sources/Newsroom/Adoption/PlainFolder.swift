internal import Archive
internal import Context
internal import Newsletter
internal import Settings
internal import Text

/// Reads what a folder without a configuration says about a weekly: its `README`, the names of its files, and tables.
struct PlainFolder {
    private let site: OldSite
    private let folder: String
    /// The issues' files from the root.
    private let issues: [String]

    /// - Returns: nil if no folder has Markdown files.
    init?(_ site: OldSite) {
        guard let folder = IssueFolder.largest(in: site, below: "") else { return nil }
        self.site = site
        self.folder = folder
        let prefix = folder.isEmpty ? "" : folder + "/"
        issues = site.listed.map(\.path).filter { path in
            IssueFiles.isIssue(path) && path.hasPrefix(prefix)
                && !IssueFolder.isReadMe(path.split(separator: "/").last ?? "")
        }
    }

    func read(into settings: inout AdoptedSettings) {
        let readMe = ReadMe(site)
        if let title = readMe?.title { settings.set("title", title.text, from: title.source) }
        settings.set("title", commonTitle, from: "the beginning of the issues' titles")
        if let url = readMe?.url { settings.set("url", url.text, from: url.source) }
        settings.set(
            "folders.issues", folder.isEmpty ? "." : folder, from: "the folder with the most Markdown files")
        if let table = dateTable { settings.set("issue-dates", table, from: "a table with dates of issues") }
        leaveOutParts(&settings)
        let issues = issues.filter { settings.leftOut[$0] == nil }
        guard let prefix = numberPrefix(of: issues) else {
            let names = Set(issues.map { IssueFileName($0).name })
            settings.set(
                "address", names.count == issues.count ? "/{name}/" : "/{folder}/{name}/",
                from: "the names of the files; not found")
            if !haveTitles(issues) {
                // After a bar, a title names a part of the project: "Weekly | Contents".
                let title =
                    (settings.text("title") ?? "").filter { $0 != "{" && $0 != "}" }
                    .split(separator: " | ").first ?? ""
                settings.set(
                    "issue-titles", title + " {year}-{month}-{day}", from: "the issues have no titles; not found")
            }
            return
        }
        settings.set("numbers", "\(prefix){number}", from: "the names of the files")
        if !haveTitles(issues) {
            settings.set("issue-titles", "Issue {number}", from: "the issues have no titles; not found")
        }
        for path in issues where Self.number(of: path, after: prefix) == nil {
            settings.leaveOut(path, because: "its name isn't '\(prefix)' and a number")
        }
        let word = prefix.filter { $0.isLetter }
        let host = readMe?.url?.text
        let ending = host.map { linkEnding(to: $0) } ?? "/"
        settings.set(
            "address", (word.isEmpty ? "" : "/\(word)") + "/{number}" + ending,
            from: "the names of the files" + (host.map { ", and the issues' links to \($0)" } ?? "; not found"))
    }

    /// The words with which the titles of nearly all issues begin; nil if there are none.
    private var commonTitle: String? {
        var counts: [String: Int] = [:]
        let sample = issues.suffix(20)
        for path in sample {
            guard let line = site.text(path)?.split(whereSeparator: \.isNewline).first, line.hasPrefix("# ") else {
                continue
            }
            let words = line.dropFirst(2).split(separator: " ")
            for count in words.indices.map({ $0 + 1 }) {
                counts[words.prefix(count).joined(separator: " "), default: 0] += 1
            }
        }
        let common = counts.filter { $0.value >= 3 && $0.value * 10 >= sample.count * 9 }.keys.max {
            $0.count < $1.count
        }
        guard var title = common?[...] else { return nil }
        while let last = title.last, !last.isLetter { title.removeLast() }
        return title.count < 4 ? nil : String(title)
    }

    /// Leaves out the files of issues that consist of several files in a folder with a date: they are parts of an issue.
    private func leaveOutParts(_ settings: inout AdoptedSettings) {
        let below = issues.filter { path in
            let name = IssueFileName(path)
            return name.date != nil && IssueFileName(name.folder).date == name.date
        }
        let days = Dictionary(grouping: below) { IssueFileName($0).date }
        for parts in days.values where parts.count > 1 {
            for path in parts {
                settings.leaveOut(
                    path, because: "it is one of several files of its day; join them into one, named after the day")
            }
        }
    }

    /// What is before the number in most names of files: `issue-`; nil if the files aren't numbered so, or if numbers
    /// begin again each year.
    private func numberPrefix(of issues: [String]) -> String? {
        var numbers: [String: [Int]] = [:]
        for path in issues {
            let name = IssueFileName(path)
            guard name.date == nil, name.week == nil else { continue }
            let digits = name.name.suffix(while: { $0.isASCII && $0.isNumber })
            if let number = Int(digits) {
                numbers[String(name.name.dropLast(digits.count)), default: []].append(number)
            }
        }
        guard let (prefix, found) = numbers.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }),
            found.count * 10 >= issues.count * 6, Set(found).count * 10 >= found.count * 9
        else { return nil }
        return prefix
    }

    /// The number of a file whose name is a prefix and a number.
    private static func number(of path: String, after prefix: String) -> Int? {
        let name = IssueFileName(path).name
        guard name.hasPrefix(prefix), name.dropFirst(prefix.count).allSatisfy({ $0.isASCII && $0.isNumber }) else {
            return nil
        }
        return Int(name.dropFirst(prefix.count))
    }

    /// Whether most of the first issues have a title in their header or as their first line, and not all the same.
    private func haveTitles(_ issues: [String]) -> Bool {
        let sample = issues.prefix(20)
        var titles: [String: Int] = [:]
        for path in sample {
            let first = site.text(path)?.split(whereSeparator: \.isNewline).first ?? ""
            let isTitle =
                first.hasPrefix("# ") || first == "---" || first == "+++" || first.lowercased().hasPrefix("title:")
            if isTitle { titles[String(first), default: 0] += 1 }
        }
        let isSame = sample.count > 2 && titles.contains { $0.key.hasPrefix("# ") && $0.value * 2 > sample.count }
        return titles.values.reduce(0, +) * 2 > sample.count && !isSame
    }

    /// A table at the root with a column of dates.
    private var dateTable: String? {
        site.listed.map(\.path).first { path in
            guard path.hasSuffix(".csv"), !path.contains("/"), let text = site.text(path) else { return false }
            let names = (text.split(whereSeparator: \.isNewline).first ?? "").lowercased().split(separator: ",")
            return names.contains("date") && names.contains { ["number", "issue", "file", "name"].contains($0) }
        }
    }

    /// `.html` if most links of the issues to pages of the site that end with a number have this ending.
    private func linkEnding(to url: String) -> String {
        let host = String(url.split(separator: "/").dropFirst().first ?? "")
        var (html, other) = (0, 0)
        for path in issues {
            guard let text = site.text(path) else { continue }
            for piece in text.split(separator: host + "/").dropFirst() {
                let link = piece.prefix { !$0.isWhitespace && !")>]\"'#?".contains($0) }
                let name = link.split(separator: "/").last ?? ""
                guard name.first?.isNumber == true else { continue }
                if name.hasSuffix(".html") { html += 1 } else { other += 1 }
            }
        }
        return html > other ? ".html" : "/"
    }
}

/// What a `README.md` says about a publication.
struct ReadMe {
    private(set) var title: (text: String, source: String)?
    private(set) var url: (text: String, source: String)?

    init?(_ site: OldSite) {
        guard let text = site.text("README.md") else { return nil }
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if title == nil, line.hasPrefix("# ") {
                title = (String(line.dropFirst(2)).trimmedBlanks, "README.md:\(index + 1)")
            }
            guard let title, url == nil, let start = line.firstRange(of: "https://")?.lowerBound else { continue }
            let link = line[start...].prefix { !$0.isWhitespace && !")>]\"'`,".contains($0) }
            var host = link.dropFirst(8).prefix { $0 != "/" }
            while host.last == "." { host.removeLast() }
            // The address of the publication, rather than of a service that it uses, has its name.
            let name = title.text.lowercased().filter(\.isLetter)
            let site = host.lowercased()
            let label = site.split(separator: ".").dropLast().last.map { $0.filter(\.isLetter) } ?? ""
            if !name.isEmpty, site.filter(\.isLetter).hasPrefix(name) || label.count > 6 && name.hasPrefix(label) {
                url = ("https://\(host)/", "README.md:\(index + 1)")
            }
        }
    }
}
