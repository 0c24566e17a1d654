internal import Newsletter
internal import Settings

/// Tells to which part of a project a pull request belongs: by a label, a folder that it changes, or its repository.
struct ComponentRule: Sendable {
    /// The heading of its section.
    var component: String
    var repository: String?
    var label: String?
    /// Beginning of the paths of changed files.
    var path: String?

    static let keys = SettingsMapping([
        Setting("component", .text, "The heading.", required: true, example: "Library"),
        Setting("repository", .text, "The repository of its pull requests.", example: "example/library"),
        Setting("label", .text, "Their label.", example: "T-library"),
        Setting("path", .text, "Where most of the files that they change are.", example: "src/library/"),
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

    /// What can be told without the changed files; nil where a rule by path, which asks for them, comes first.
    static func component(of item: GitHubItem, by rules: [ComponentRule]) -> (component: String?, needsPaths: Bool) {
        for rule in rules where rule.admits(item) {
            if rule.path != nil { return (nil, true) }
            return (rule.component, false)
        }
        return (nil, false)
    }

    /// By all rules; of a rule by path most of the files must lie there.
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
