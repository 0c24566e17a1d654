internal import Newsletter

/// Reads `intake:`, which says where pull requests come from.
enum IntakeSettings {
    private static let standard = IntakeRules()

    static let declared = SettingsMapping([
        Setting(
            "repository", .repository, "The repository on GitHub. Without it, `intake` can only read branches.",
            example: "example/weekly"),
        Setting(
            "branch", .text, "The branch that pull requests are made against.", default: .text(standard.branch)),
        Setting(
            "api", .address, "The URL of GitHub's REST API; GitHub Enterprise servers have their own.",
            default: .text(standard.api)),
        Setting("rules", .list(.mapping(rule)), "House rules with prepared answers, for `intake decline`."),
    ])

    private static let rule = SettingsMapping([
        Setting("id", .text, "The rule's name, for `intake decline --rule`.", required: true, example: "duplicate"),
        Setting(
            "answer", .text, "The answer, in Markdown; `{author}` is filled in.", required: true,
            placeholders: ["author"], example: "Thank you, {author}! This link has been in an issue already."),
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
                item.report("id", "is also the id of another rule: '\(rule.id)'", remedy: "Rename one of the rules")
            }
            return rule
        }
        return rules
    }
}
