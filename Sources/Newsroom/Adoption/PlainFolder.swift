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
        if let url = readMe?.url { settings.set("url", url.text, from: url.source) }
        settings.set(
            "folders.issues", folder.isEmpty ? "." : folder, from: "the folder with the most Markdown files")
        if let table = dateTable { settings.set("issue-dates", table, from: "a table with dates of issues") }
        guard let prefix = numberPrefix else {
            settings.set("address", "/{name}/", from: "the names of the files; not found")
            return
        }
        settings.set("numbers", "\(prefix){number}", from: "the names of the files")
        if !haveTitles {
            settings.set("issue-titles", "Issue {number}", from: "the issues have no titles; not found")
        }
        let word = prefix.filter { $0.isLetter }
        let host = readMe?.url?.text
        let ending = host.map { linkEnding(to: $0) } ?? "/"
        settings.set(
            "address", (word.isEmpty ? "" : "/\(word)") + "/{number}" + ending,
            from: "the names of the files" + (host.map { ", and the issues' links to \($0)" } ?? "; not found"))
    }

    /// What is before the number in nearly all names of files: `issue-`; nil if the files aren't numbered so.
    private var numberPrefix: String? {
        var counts: [String: Int] = [:]
        for path in issues {
            let name = IssueFileName(path)
            guard name.date == nil else { continue }
            let digits = name.name.reversed().prefix { $0.isASCII && $0.isNumber }
            if !digits.isEmpty { counts[String(name.name.dropLast(digits.count)), default: 0] += 1 }
        }
        guard let (prefix, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            count * 10 >= issues.count * 8
        else { return nil }
        return prefix
    }

    /// Whether most of the first issues have a title in their header or as their first line.
    private var haveTitles: Bool {
        let sample = issues.prefix(20)
        let count = sample.count { path in
            guard let text = site.text(path) else { return false }
            let first = text.split(whereSeparator: \.isNewline).first ?? ""
            return first.hasPrefix("# ") || first == "---" || first == "+++" || first.lowercased().hasPrefix("title:")
        }
        return count * 2 > sample.count
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
            let link = line[start...].prefix { !$0.isWhitespace && !")>]\"'".contains($0) }
            let host = link.dropFirst(8).prefix { $0 != "/" }
            // The address of the publication, rather than of a service that it uses, has its name.
            let name = title.text.lowercased().filter(\.isLetter)
            if !name.isEmpty, host.lowercased().filter(\.isLetter).hasPrefix(name) {
                url = ("https://\(host)/", "README.md:\(index + 1)")
            }
        }
    }
}
