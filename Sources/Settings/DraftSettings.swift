internal import Newsletter

/// Reads how drafts are made: `draft:` and `people:`.
enum DraftSettings {
    private static let standard = DraftRules()

    static let declared = SettingsMapping(
        [
            Setting(
                "template", .text,
                "The template of a draft, a path from the publication's root. Without it, a draft has the headings of the"
                    + " last issue.", example: "draft/TEMPLATE"),
            Setting(
                "file", .text, "The name of a draft's file; `{date}`, `{number}` and `{slug}` are filled in.",
                default: .text(standard.file)),
            Setting("suggest", .mapping(suggest), "How sections are suggested for a link."),
            Setting(
                "pick", .text, "The sentence for a pick of the week; `{link}` and `{description}` are filled in.",
                example: "Our pick of the week is {link}{description}."),
            Setting(
                "report", .text, "What links from a report's excerpt to all of it; `{url}` is filled in.",
                example: "[Full report]({url})"),
            Setting("empty-section-texts", .list(.mapping(emptySection)), "What empty sections say."),
        ],
        former: [
            FormerSetting(
                "placeholders", now: "placeholders", remedy: "Write 'placeholders: { WORD: discuss }' at the top level"
            ),
            FormerSetting("duplicates", now: "look-back", remedy: "Write 'look-back: …' at the top level"),
            FormerSetting(
                "events", now: "events", remedy: "Write 'events: { days: … }' and 'regions: [ … ]' at the top level"),
            FormerSetting(
                "none", now: "draft.empty-section-texts", remedy: "Write 'empty-section-texts: [ … ]' instead"),
        ])

    private static let suggest = SettingsMapping([
        Setting(
            "sections", .list(.text),
            "Headings of the sections that may be suggested. Without it, all sections of links.",
            example: ["News", "Articles"]),
        Setting(
            "headings", .pairs(.text),
            "Headings of earlier issues, and those of today that took their place: the archive teaches where links"
                + " belong.", example: ["Blog posts": "Articles"]),
        Setting(
            "learn", .flag, "Whether candidates are ranked by what earlier issues chose.",
            default: .flag(standard.learns)),
    ])

    private static let emptySection = SettingsMapping([
        Setting("section", .text, "The heading of the section.", required: true, example: "Approved proposals"),
        Setting(
            "text", .text, "Its text where it is empty, in Markdown; `{groups}` becomes the `groups` without entries.",
            required: true, example: "*No proposals were approved by {groups}.*"),
        Setting(
            "groups", .list(.text), "Headings below the section, in Markdown.",
            example: ["[Compiler](https://example.org/compiler)"]),
    ])

    static let person = SettingsMapping([
        Setting("name", .text, "As issues print it.", required: true, example: "Ada Example"),
        Setting("url", .text, "The person's page.", example: "https://ada.example"),
        Setting(
            "sections", .list(.text), "Headings of the sections that are this person's to fill; `status` names them.",
            example: ["News"]),
    ])

    static func rules(_ fields: SettingsFields) -> DraftRules {
        var rules = DraftRules()
        rules.template = fields.optionalText("template")
        rules.file = fields.text("file")
        if rules.file.contains("/") {
            fields.report("file", "contains a '/'", remedy: "Name the folder under 'folders: drafts:'")
        }
        let suggest = fields.mapping("suggest")
        rules.learns = suggest.flag("learn")
        rules.suggested = suggest.texts("sections")
        for (old, new) in suggest.pairs("headings") { rules.headings[old] = new }
        rules.pick = fields.optionalText("pick")
        rules.report = fields.optionalText("report")
        rules.none = fields.items("empty-section-texts", emptySectionText)
        return rules
    }

    private static func emptySectionText(_ fields: SettingsFields) -> EmptySectionText {
        let (text, groups) = (fields.text("text"), fields.texts("groups"))
        if text.contains("{groups}") == groups.isEmpty {
            fields.report(
                groups.isEmpty ? "'{groups}' without 'groups:'" : "'groups:' without '{groups}' in the text",
                remedy: "Write both or neither")
        }
        if text.hasPrefix("{groups}") {
            fields.report(
                "text", "begins with '{groups}'", remedy: "Begin it with words, by which it is found again")
        }
        return EmptySectionText(section: fields.text("section"), text: text, groups: groups)
    }

    static func person(_ fields: SettingsFields) -> Person {
        Person(name: fields.text("name"), url: fields.optionalText("url"), sections: fields.texts("sections"))
    }
}
