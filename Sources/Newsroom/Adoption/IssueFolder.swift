internal import Archive
internal import Context
internal import Newsletter

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
            while let last = parts.last, last.allSatisfy({ $0.isNumber || $0 == "-" }) { parts.removeLast() }
            if parts.contains(where: { $0.hasPrefix(".") || ignored.contains($0.lowercased()) }) { continue }
            counts[parts.joined(separator: "/"), default: 0] += 1
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// Files about the repository.
    static func isReadMe(_ name: some StringProtocol) -> Bool {
        ["readme", "contributing", "license", "changelog", "code_of_conduct", "_index", "about"].contains(
            name.prefix { $0 != "." }.lowercased())
    }

    private static let ignored: Set<String> = [
        "node_modules", "vendor", "themes", "archetypes", "site", "public", "_site",
    ]
}
