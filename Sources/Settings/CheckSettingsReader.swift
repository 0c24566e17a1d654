internal import Newsletter

/// Reads `checks:`, what a publication says of its checks.
enum CheckSettingsReader {
    static func read(_ node: SettingsNode, into checks: inout CheckSettings) {
        guard node.isPresent else { return }
        node.allow(
            "severity", "last-issues", "event-days", "entries-per-author", "longest-mail", "longest-issue",
            "placeholders", "template-comments", "tags", "tags-of-hosts", "tags-last", "subscription-hosts", "names",
            "spellings",
            "place-aliases", "regions", "virtual-headings", "empty-sections", "rules", "links")
        if case .mapping(let members)? = node["severity"].tree?.form {
            for member in members { checks.severityPlaces[member.key] = member.location }
        }
        for (name, value) in node["severity"].pairs {
            switch value.choice(of: Level.self) {
            case .off: checks.off.insert(name)
            case .error: checks.severities[name] = .error
            case .warning: checks.severities[name] = .warning
            case .hint: checks.severities[name] = .hint
            case nil: break
            }
        }
        checks.lastIssues = node["last-issues"].number(in: 0...1000) ?? checks.lastIssues
        checks.eventDays = node["event-days"].number(in: 1...1000) ?? checks.eventDays
        checks.entriesPerAuthor = node["entries-per-author"].number(in: 1...1000)
        checks.longestMail = node["longest-mail"].number(in: 1000...100_000_000) ?? checks.longestMail
        checks.longestIssue = node["longest-issue"].number(in: 1000...100_000_000)
        checks.placeholders = texts(node["placeholders"])
        checks.templateComments = texts(node["template-comments"])
        checks.tags = texts(node["tags"])
        checks.tagsLast = texts(node["tags-last"])
        for (tag, hosts) in node["tags-of-hosts"].pairs {
            for host in texts(hosts) { checks.tagsOfHosts[host] = tag }
        }
        checks.subscriptionHosts = texts(node["subscription-hosts"])
        checks.names = texts(node["names"])
        checks.spellings = pairs(node["spellings"])
        checks.placeAliases.merge(pairs(node["place-aliases"])) { $1 }
        for (heading, codes) in node["regions"].pairs { checks.regions[heading] = texts(codes) }
        if node["virtual-headings"].isPresent { checks.virtualHeadings = texts(node["virtual-headings"]) }
        checks.emptySections = texts(node["empty-sections"])
        checks.rules = node["rules"].items.compactMap(rule)
        read(node["links"], into: &checks.links)
    }

    private static func read(_ node: SettingsNode, into links: inout LinkSettings) {
        guard node.isPresent else { return }
        node.allow("old-after-weeks", "remembered-hours", "skip")
        links.oldAfterWeeks = node["old-after-weeks"].number(in: 1...1000) ?? links.oldAfterWeeks
        links.rememberedHours = node["remembered-hours"].number(in: 0...1000) ?? links.rememberedHours
        links.skippedHosts = Set(texts(node["skip"]).map { $0.lowercased() })
    }

    private static func rule(_ node: SettingsNode) -> LinkRule? {
        node.allow("name", "severity", "sections", "links", "only", "except", "summary", "remedy")
        guard let name = node["name"].requiredText, let summary = node["summary"].requiredText,
            let remedy = node["remedy"].requiredText
        else { return nil }
        let (links, only) = (texts(node["links"]), texts(node["only"]))
        if links.isEmpty, only.isEmpty {
            node.report("the rule '\(name)' is about no link", remedy: "Write 'links: [ … ]' or 'only: [ … ]'")
        }
        return LinkRule(
            name: name, severity: node["severity"].choice(of: Diagnostic.Severity.self),
            sections: texts(node["sections"]), links: links, only: only, except: texts(node["except"]),
            summary: summary, remedy: remedy)
    }

    private static func texts(_ node: SettingsNode) -> [String] { node.items.compactMap(\.text) }

    private static func pairs(_ node: SettingsNode) -> [String: String] {
        var pairs: [String: String] = [:]
        for (key, value) in node.pairs { pairs[key] = value.text }
        return pairs
    }

    private enum Level: String, CaseIterable {
        case off, hint, warning, error
    }
}
