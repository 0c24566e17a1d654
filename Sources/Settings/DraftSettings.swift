internal import Newsletter

/// Reads `draft:`, which says how drafts are made, and `people:`.
enum DraftSettings {
    private static let standard = DraftRules()

    static let declared = SettingsMapping(
        [
            Setting(
                "template", .text,
                "The path of the draft template, from the publication's root. By"
                    + " default, a draft has the headings of the"
                    + " last issue.", example: "draft/TEMPLATE"),
            Setting(
                "file", .text, "The name of a draft's file; `{date}`, `{number}` and `{slug}` are filled in.",
                default: .text(standard.file), placeholders: ["date", "number", "slug"]),
            Setting("suggest", .mapping(suggest), "How Sennight suggests a section for a link."),
            Setting(
                "pick", .text,
                "The sentence that presents a pick of the week; `{link}` and `{description}` are filled in.",
                placeholders: ["link", "description"], example: "Our pick of the week is {link}{description}."),
            Setting(
                "report", .text,
                "The line with a link to the whole report, below a report's excerpt; `{url}` is filled in.",
                placeholders: ["url"], example: "[Full report]({url})"),
            Setting(
                "empty-section-texts", .list(.mapping(emptySection)),
                "The sentences that are shown in"
                    + " empty sections."),
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
            "Headings of the sections that may be suggested. By default, all sections for links.",
            example: ["News", "Articles"]),
        Setting(
            "headings", .pairs(.text),
            "Former headings, with the present ones that replaced them: suggestions are learned from the archive,"
                + " which has the former headings.", example: ["Blog posts": "Articles"]),
        Setting(
            "learn", .flag, "Whether candidates are ranked by what earlier issues chose.",
            default: .flag(standard.learns)),
    ])

    private static let emptySection = SettingsMapping([
        Setting("section", .text, "The heading of the section.", required: true, example: "Approved proposals"),
        Setting(
            "text", .text,
            "The section's text while it has no entries, in Markdown; `{groups}` is"
                + " replaced by the `groups` without entries.",
            required: true, placeholders: ["groups"], example: "*No proposals were approved by {groups}.*"),
        Setting(
            "groups", .list(.text), "The section's subheadings, in Markdown.",
            example: ["[Compiler](https://example.org/compiler)"]),
    ])

    static let person = SettingsMapping([
        Setting("name", .text, "The name as issues print it.", required: true, example: "Ada Example"),
        Setting("url", .text, "The person's page.", example: "https://ada.example"),
        Setting(
            "sections", .list(.text),
            "Headings of the sections that this person is responsible for; `status` shows the person as their owner.",
            example: ["News"]),
    ])

    static func rules(_ fields: SettingsFields) -> DraftRules {
        var rules = DraftRules()
        rules.template = fields.optionalText("template")
        rules.file = fields.text("file")
        if rules.file.contains("/") {
            fields.report("file", "contains a '/'", remedy: "Set the folder of drafts with 'folders: drafts:'")
        }
        let suggest = fields.mapping("suggest")
        rules.learns = suggest.flag("learn")
        rules.suggested = suggest.texts("sections")
        for (old, new) in suggest.pairs("headings") { rules.headings[old] = new }
        rules.pick = fields.optionalText("pick")
        rules.report = fields.optionalText("report")
        rules.emptySectionTexts = fields.items("empty-section-texts", emptySectionText)
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
                "text", "begins with '{groups}'",
                remedy: "Begin the text with words, so that Sennight can recognise it in a draft")
        }
        return EmptySectionText(section: fields.text("section"), text: text, groups: groups)
    }

    static func person(_ fields: SettingsFields) -> Person {
        Person(name: fields.text("name"), url: fields.optionalText("url"), sections: fields.texts("sections"))
    }
}
