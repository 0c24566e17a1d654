internal import Newsletter
internal import Settings

/// A rule that assigns pull requests to a part of a project: by label, changed folder, or repository.
struct ComponentRule: Sendable {
    /// The heading of the part's section.
    var component: String
    var repository: String?
    var label: String?
    /// The beginning of the paths of changed files.
    var path: String?

    static let keys = SettingsMapping([
        Setting("component", .text, "The heading of the component.", required: true, example: "Library"),
        Setting("repository", .text, "The repository of the component's pull requests.", example: "example/library"),
        Setting("label", .text, "The label of the component's pull requests.", example: "T-library"),
        Setting(
            "path", .text, "The folder that has most of the files that the component's pull requests change.",
            example: "src/library/"),
    ])

    init(_ fields: SettingsFields) {
        component = fields.text("component")
        (repository, label, path) = (
            fields.optionalText("repository"), fields.optionalText("label"), fields.optionalText("path")
        )
        if repository == nil, label == nil, path == nil {
            fields.report(
                "component", "has no rule", remedy: "Write one of 'label:', 'path:' and 'repository:' next to it")
        }
    }

    /// The component by the rules that don't need the changed files; nil if a rule by path comes first.
    static func component(of item: GitHubItem, by rules: [ComponentRule]) -> (component: String?, needsPaths: Bool) {
        for rule in rules where rule.admits(item) {
            if rule.path != nil { return (nil, true) }
            return (rule.component, false)
        }
        return (nil, false)
    }

    /// The component by all rules; for a rule by path, most of the changed files must be in the folder.
    static func component(of item: GitHubItem, paths: [String], by rules: [ComponentRule]) -> String? {
        rules.first { rule in
            guard rule.admits(item) else { return false }
            guard let path = rule.path else { return true }
            return paths.count { $0.hasPrefix(path) } * 2 > paths.count
        }?.component
    }

    private func admits(_ item: GitHubItem) -> Bool {
        if let repository, item.repository?.lowercased() != repository.lowercased() { return false }
        if let label, !item.labelNames.contains(where: { $0.lowercased() == label.lowercased() }) { return false }
        return true
    }
}
