internal import Newsletter

/// Reads `checks:`, a publication's settings for its checks.
enum CheckSettingsReader {
    private static let standard = CheckSettings()

    static let declared = SettingsMapping(
        [
            Setting(
                "severity", .pairs(.choice(of: Level.self)),
                "The severity of findings, by the name of the check; `off` turns the check off.",
                example: ["unknown-place-code": "warning", "title-case": "off"]),
            Setting(
                "entries-per-author", .number(1...1000),
                "How many entries of one host, or of one author on a shared host, an issue may have.", example: 3),
            Setting(
                "longest-mail", .number(1000...100_000_000),
                "How many bytes the mail with an issue may have; mail programs cut off longer mails.",
                default: .number(standard.longestMail)),
            Setting(
                "longest-issue", .number(1000...100_000_000), "How many bytes the file of an issue may have.",
                example: 200_000),
            Setting(
                "template-comments", .list(.text),
                "The beginnings of the template's notes to contributors; `check`"
                    + " reports notes that are left in an issue.",
                example: ["Dear contributors"]),
            Setting(
                "tags", .list(.text), "All tags that entries may have. By default, any tag is allowed.",
                example: ["video", "audio"]),
            Setting(
                "tags-of-hosts", .pairs(.list(.text)),
                "For each tag, the hosts to which entries with this tag link; an entry"
                    + " that links to such a host needs the tag.",
                example: ["video": ["youtube.com", "vimeo.com"]]),
            Setting(
                "tags-last", .list(.text), "Tags of entries that belong at the end of their section.",
                example: ["video"]),
            Setting(
                "subscription-hosts", .list(.text), "Hosts whose pages only subscribers can read.",
                example: ["news.example.com"]),
            Setting(
                "names", .list(.text),
                "Names in their correct spelling; the same name with other capitals is reported.",
                example: ["GitHub", "PostgreSQL"]),
            Setting(
                "spellings", .pairs(.text), "Wrong spellings, with the correct ones.",
                example: ["higlights": "highlights"]),
            Setting(
                "place-aliases", .pairs(.text),
                "Codes of countries and their subdivisions that the publication uses"
                    + " besides those of ISO 3166; `UK` always"
                    + " means `GB`.", example: ["EN": "GB"]),
            Setting(
                "empty-sections", .list(.text),
                "Headings that may have no entries, or occur several times.", example: ["Jobs"]),
            Setting(
                "rules", .list(.mapping(rule)), "The publication's own rules for links."),
            Setting("links", .mapping(links), "How `check --links` requests the links of an issue."),
        ],
        former: [
            FormerSetting("last-issues", now: "look-back", remedy: "Write 'look-back: …' at the top level"),
            FormerSetting("event-days", now: "events.days", remedy: "Write 'events: { days: … }' at the top level"),
            FormerSetting(
                "placeholders", now: "placeholders", remedy: "Write 'placeholders: { WORD: editor }' at the top level"),
            FormerSetting(
                "regions", now: "regions",
                remedy: "Write 'regions: [{ heading: …, countries: [ … ] }]' at the top level"),
            FormerSetting(
                "virtual-headings", now: "regions",
                remedy: "Write 'regions: [{ heading: …, virtual: true }]' at the top level"),
        ])

    private static let links = SettingsMapping([
        Setting(
            "old-after-weeks", .number(1...1000),
            "An article that was published this many weeks before the issue is reported as old.",
            default: .number(standard.links.oldAfterWeeks)),
        Setting(
            "remembered-hours", .number(0...1000),
            "For how many hours the successful response to a link is remembered.",
            default: .number(standard.links.rememberedHours)),
        Setting("skip", .list(.text), "Hosts that aren't requested.", example: ["intranet.example.com"]),
    ])

    private static let rule = SettingsMapping([
        Setting("name", .text, "The rule's name, which findings show.", required: true, example: "bare-repository"),
        Setting(
            "severity", .choice(of: Diagnostic.Severity.self),
            "The severity of the rule's findings. By default, that of the check `house-rule`.",
            example: "warning"),
        Setting(
            "sections", .list(.text),
            "Headings or kinds of the sections that the rule applies to. By default, all sections.",
            example: ["links"]),
        Setting(
            "links", .list(.text),
            "Patterns of addresses that break the rule: `*` matches one part of a path, and `**` matches the rest.",
            example: ["github.com/*/*"]),
        Setting(
            "only", .list(.text), "Patterns of addresses that conform to the rule; all others break it.",
            example: ["example.org/**"]),
        Setting(
            "except", .list(.text), "Patterns of addresses that the rule doesn't apply to.",
            example: ["github.com/example/*"]),
        Setting(
            "summary", .text, "What is wrong, without a full stop.", required: true,
            example: "the link leads to a repository"),
        Setting("remedy", .text, "What the editor should do.", required: true, example: "Link to a post about it."),
    ])

    static func read(_ fields: SettingsFields, into checks: inout CheckSettings) {
        let severity = fields.pairs("severity")
        for ((name, _), location) in zip(severity, fields.locations("severity")) {
            checks.severityPlaces[name] = location
        }
        for (name, level) in severity {
            switch Level(rawValue: level) {
            case .off: checks.off.insert(name)
            case .error: checks.severities[name] = .error
            case .warning: checks.severities[name] = .warning
            case .hint: checks.severities[name] = .hint
            case nil: break
            }
        }
        checks.entriesPerAuthor = fields.optionalNumber("entries-per-author")
        checks.longestMail = fields.number("longest-mail")
        checks.longestIssue = fields.optionalNumber("longest-issue")
        checks.templateComments = fields.texts("template-comments")
        checks.tags = fields.texts("tags")
        checks.tagsLast = fields.texts("tags-last")
        for (tag, hosts) in fields.lists("tags-of-hosts") {
            for host in hosts { checks.tagsOfHosts[host] = tag }
        }
        checks.subscriptionHosts = fields.texts("subscription-hosts")
        checks.names = fields.texts("names")
        for (wrong, right) in fields.pairs("spellings") { checks.spellings[wrong] = right }
        for (alias, code) in fields.pairs("place-aliases") { checks.placeAliases[alias] = code }
        checks.emptySections = fields.texts("empty-sections")
        checks.rules = fields.items("rules", rule)
        let links = fields.mapping("links")
        checks.links.oldAfterWeeks = links.number("old-after-weeks")
        checks.links.rememberedHours = links.number("remembered-hours")
        checks.links.skippedHosts = Set(links.texts("skip").map { $0.lowercased() })
    }

    private static func rule(_ fields: SettingsFields) -> LinkRule {
        let rule = LinkRule(
            name: fields.text("name"), severity: fields.choice("severity"), sections: fields.texts("sections"),
            links: fields.texts("links"), only: fields.texts("only"), except: fields.texts("except"),
            summary: fields.text("summary"), remedy: fields.text("remedy"))
        if rule.links.isEmpty, rule.only.isEmpty {
            fields.report(
                "the rule '\(rule.name)' doesn't say which links it applies to",
                remedy: "Write 'links: [ … ]' or 'only: [ … ]'")
        }
        return rule
    }

    private enum Level: String, CaseIterable {
        case off, hint, warning, error
    }
}
