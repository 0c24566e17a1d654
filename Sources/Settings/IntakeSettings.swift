internal import Newsletter

/// Reads where pull requests come from: `intake:`.
enum IntakeSettings {
    private static let standard = IntakeRules()

    static let declared = SettingsMapping([
        Setting(
            "repository", .repository, "The repository on GitHub. Without it, `intake` reads branches only.",
            example: "example/weekly"),
        Setting(
            "branch", .text, "The branch that pull requests are made to.", default: .text(standard.branch)),
        Setting(
            "api", .address, "GitHub's REST interface; a GitHub Enterprise has its own.",
            default: .text(standard.api)),
        Setting("rules", .list(.mapping(rule)), "House rules with prepared answers, for `intake decline`."),
    ])

    private static let rule = SettingsMapping([
        Setting("id", .text, "The name that `intake decline --rule` takes.", required: true, example: "duplicate"),
        Setting(
            "answer", .text, "The answer, in Markdown; `{author}` is filled in.", required: true,
            example: "Thank you, {author}! This link has been in an issue already."),
    ])

    static func rules(_ fields: SettingsFields) -> IntakeRules {
        var rules = IntakeRules()
        rules.repository = fields.optionalText("repository")
        rules.branch = fields.text("branch")
        let api = fields.text("api")
        rules.api = api.hasSuffix("/") ? String(api.dropLast()) : api
        var known: Set<String> = []
        rules.rules = fields.items("rules") { item in
            let rule = RuleAnswer(id: item.text("id"), answer: item.text("answer"))
            if !known.insert(rule.id).inserted {
                item.report("id", "is the name of two rules: '\(rule.id)'", remedy: "Rename one of them")
            }
            return rule
        }
        return rules
    }
}
