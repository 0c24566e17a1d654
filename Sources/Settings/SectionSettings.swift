internal import Newsletter
internal import Text

/// Reads one rule of `sections:`.
enum SectionSettings {
    static let declared = SettingsMapping(
        [
            Setting(
                "kind", .choice(of: SectionKind.self), "The kind of entries in the sections.", required: true,
                example: "links"),
            Setting(
                "stage", .choice(of: Proposal.Stage.self), "The stage of the proposals in the sections.",
                example: "approved"),
            Setting(
                "calls", .choice(of: ParticipationCalls.self),
                "The kind of calls in the sections: for help with projects, or for speakers at events.",
                example: "projects"),
            Setting(
                "headings", .list(.possiblyEmptyText),
                "The headings, compared without case, markup and closing punctuation; a `*` at the end matches any"
                    + " rest, and `\"\"` is the text before the first heading.", required: true,
                example: ["News", "Articles*"]),
            Setting(
                "under", .list(.possiblyEmptyText),
                "The parent headings that the rule is limited to; `\"\"` means the top level.",
                example: ["Community"]),
            Setting(
                "auto", .wordOrMapping("all", auto),
                "Which candidates `draft fill` adds without an editor's decision: `all`, or those that meet all of the"
                    + " conditions.", example: ["best": 3]),
            Setting(
                "total", .text,
                "The sentence with the number of merged pull requests; `{count}` and `{url}` are filled in.",
                placeholders: ["count", "url"], example: "{count} pull requests were [merged]({url})."),
        ],
        former: [FormerSetting("tally", now: "sections[].total", remedy: "Write 'total: …' instead")])

    private static let auto = SettingsMapping([
        Setting(
            "sources", .list(.text), "The names of the sources whose candidates are added. By default, all sources.",
            example: ["blogs"]),
        Setting(
            "best", .number(1...10_000), "How many of the highest ranked candidates are added. By default, any number.",
            example: 3),
        Setting(
            "least", .number(0...1_000_000_000), "The minimum score or number of likes.", example: 10),
    ])

    static func rule(_ fields: SettingsFields) -> SectionRule? {
        let (headings, stage) = (fields.texts("headings"), fields.choice("stage") as Proposal.Stage?)
        let calls: ParticipationCalls? = fields.choice("calls")
        let under = fields.texts("under")
        let (auto, total) = (auto(fields), total(fields))
        if headings.isEmpty { fields.report("headings", "has no headings", remedy: "Write 'headings: [ … ]'") }
        guard let kind: SectionKind = fields.choice("kind") else { return nil }
        return SectionRule(
            kind: kind, stage: stage, calls: calls?.kind, headings: headings, under: under, auto: auto, total: total)
    }

    /// `all`, or the conditions that a candidate must meet.
    private static func auto(_ fields: SettingsFields) -> AutoRule? {
        guard fields.contains("auto") else { return nil }
        let auto = fields.mapping("auto")
        return AutoRule(
            sources: auto.texts("sources"), best: auto.optionalNumber("best"), least: auto.optionalNumber("least"))
    }

    private static func total(_ fields: SettingsFields) -> String? {
        guard var text = fields.optionalText("total") else { return nil }
        while text.utf8.last == 0x0A { text.removeLast() }
        if !text.contains("{count}") {
            fields.report("total", "has no '{count}'", remedy: "Write '{count}' in place of the number")
        }
        return text
    }

    /// Reports names of sources that don't exist.
    static func check(_ fields: SettingsFields, sources: [SourceSettings]) {
        let names = sources.map(\.name)
        let auto = fields.mapping("auto")
        let locations = auto.locations("sources")
        for (index, name) in auto.texts("sources").enumerated() where !names.contains(name) {
            let nearest = ClosestMatch.of(name, among: names)
            auto.report(
                "sources", "names an unknown source: '\(name)'",
                remedy: nearest.map { "Did you mean '\($0)'?" } ?? "Use a name from 'sources:'",
                at: index < locations.count ? locations[index] : nil)
        }
    }
}

/// The kinds of calls for participation, by their names in the settings.
enum ParticipationCalls: String, CaseIterable {
    case projects, events

    var kind: CallForParticipation.Kind { self == .projects ? .project : .event }
}
