internal import Archive
internal import Context
internal import Newsletter
internal import Text

/// Finds the folder of issues among the folders with Markdown files.
enum IssueFolder {
    /// The folder with the most Markdown files; those in folders that are named by years or dates, or that have an
    /// `index.md`, count for the folder above.
    ///
    /// - Parameter base: the folder that contains it; empty for the root.
    static func largest(in site: OldSite, below base: String) -> String? {
        var counts: [String: Int] = [:]
        for file in site.listed where IssueFiles.isIssue(file.path) {
            guard base.isEmpty || file.path.hasPrefix(base + "/") else { continue }
            var parts = file.path.split(separator: "/")
            let name = parts.removeLast()
            guard !isReadMe(name) else { continue }
            if name.hasPrefix("index."), !parts.isEmpty { parts.removeLast() }
            if let year = parts.indices.dropLast().first(where: { isYear(parts[$0], before: parts[$0 + 1]) }) {
                parts.removeSubrange(year...)
            }
            while let last = parts.last, last.allSatisfy({ $0.isNumber || $0 == "-" }) { parts.removeLast() }
            if parts.contains(where: { $0.hasPrefix(".") || ignored.contains($0.lowercased()) }) { continue }
            counts[parts.joined(separator: "/"), default: 0] += 1
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// Whether a folder is named after a year, and the one in it after a month: `2026/01` or `2026/Jan`.
    private static func isYear(_ year: Substring, before month: Substring) -> Bool {
        guard year.count == 4, let number = Int(year), 1990...2099 ~= number else { return false }
        return Int(month).map { 1...12 ~= $0 } ?? (MonthName.number(of: month.lowercased()) != nil)
    }

    /// Files about the repository.
    static func isReadMe(_ name: some StringProtocol) -> Bool {
        [
            "readme", "contributing", "license", "changelog", "code_of_conduct", "security", "agents", "claude",
            "_index",
            "about",
        ].contains(
            name.prefix { $0 != "." }.lowercased())
    }

    /// Whether names and the `README` say that numbered files are a weekly's, and not chapters or tickets.
    static func isWeekly(_ site: OldSite, _ settings: AdoptedSettings, count: Int) -> Bool {
        guard settings.has("numbers"), count <= most else { return false }
        let text = "\(settings.text("numbers") ?? "") \(site.text("README.md")?.prefix(2000) ?? "")".lowercased()
        return words.contains { text.contains($0) }
    }

    /// A weekly of thirty years has fewer issues.
    private static let most = 1500
    private static let words = [
        "issue-{", "issue_{", "issue{", "newsletter", "weekly", "this week", "this month in", "digest", "周刊", "周报",
        "週刊",
        "wochen", "semana", "hebdo", "boletín", "infolettre",
    ]

    private static let ignored: Set<String> = [
        "node_modules", "vendor", "themes", "archetypes", "site", "public", "_site",
    ]
}
