package import Newsletter
internal import Text

/// Reads `publish:`.
package enum PublishSettingsReader {
    private static let standard = PublishSettings()

    /// The keys that every target of `publish.deploy` has.
    package static let deployment = target(
        list: "publish.deploy", verb: "Deploys to", example: "folder", name: "main-site")
    /// The keys that every target of `publish.announce` has.
    package static let announcement = target(
        list: "publish.announce", verb: "Announces on", example: "mastodon", name: "news-account")

    static let declared = SettingsMapping([
        Setting(
            "remote", .text,
            "The git remote that the issue is pushed to. By default, the one of the branch; without any, nothing is pushed.",
            example: "origin"),
        Setting(
            "branch", .text, "The branch that is published. By default, the current one.", example: "main"),
        Setting(
            "tag", .text, "The name of the tag that marks the issue; without it, no tag is made.",
            placeholders: ["number", "date"], example: "issue-{number}"),
        Setting(
            "pull-requests", .choice(of: PublishedPullRequests.self),
            "What happens with the pull requests whose entries are in the issue: `comment` writes a comment with the page's"
                + " address, `close` also closes them.", default: .text(standard.pullRequests.rawValue)),
        Setting(
            "wait", .number(0...86_400),
            "How many seconds to wait until the site returns the new pages, for caches to expire.",
            default: .number(standard.patience)),
        Setting("deploy", .list(.mapping(deployment)), "Where the site goes."),
        Setting("announce", .list(.mapping(announcement)), "Where the issue is announced."),
        Setting("rehearsal", .mapping(rehearsal), "What `publish --rehearse` uses instead."),
    ])

    private static let rehearsal = SettingsMapping(
        [
            Setting(
                "url", .address, "The address of the site; without it, the pages aren't verified.",
                example: "https://test.weekly.example.org/"),
            Setting(
                "readers", .list(.text), "The mail addresses that receive the mail.",
                example: ["editors@example.org"]),
            Setting("deploy", .list(.mapping(deployment)), "Where the site goes."),
            Setting("announce", .list(.mapping(announcement)), "Where the issue is announced, such as test accounts."),
        ], isOptional: true)

    private static func target(list: String, verb: String, example: String, name: String) -> SettingsMapping {
        SettingsMapping(
            [
                Setting("target", .text, "The kind of target.", required: true, example: .text(example)),
                Setting(
                    "name", .text, "The name of the step, for example in `sennight publish retry NAME`.",
                    sameAs: "target", example: .text(name)),
            ], kinds: ItemKinds(list: list, key: "target", verb: verb))
    }

    static func settings(_ fields: SettingsFields, file: String) -> PublishSettings {
        if let remote = fields.optionalText("remote"), let scheme = remote.firstRange(of: "://"),
            remote[scheme.upperBound...].prefix(while: { $0 != "/" }).contains("@"), !remote.hasPrefix("ssh://")
        {
            // Others see it: in the journal, and in the list of processes.
            fields.report(
                "remote", "has a password", remedy: "Write the address without it, and use a credential helper of git")
        }
        return PublishSettings(
            remote: fields.optionalText("remote"), branch: fields.optionalText("branch"),
            tag: fields.optionalText("tag"),
            pullRequests: fields.choice("pull-requests") ?? standard.pullRequests, patience: fields.number("wait"),
            targets: targets(fields, file: file),
            rehearsal: fields.contains("rehearsal") ? self.rehearsal(fields.mapping("rehearsal"), file: file) : nil)
    }

    private static func rehearsal(_ fields: SettingsFields, file: String) -> RehearsalSettings {
        RehearsalSettings(
            address: fields.optionalText("url"), readers: fields.texts("readers"),
            targets: targets(fields, file: file))
    }

    private static func targets(_ fields: SettingsFields, file: String) -> [TargetSettings] {
        var names: Set<String> = []
        return ["deploy", "announce"].flatMap { list in
            fields.items(list) { item in
                let name = item.text("name")
                if !names.insert(Slug.of(name)).inserted || PublishSettings.ownSteps.contains(name) {
                    item.report(
                        "the name '\(name)' is already that of another step",
                        remedy: "Give the target a 'name:' of its own")
                }
                return TargetSettings(
                    kind: item.text("target"), name: name, list: list, file: file,
                    values: item.values ?? SettingsTree(.mapping([]), at: SourceLocation(line: 1, column: 1)))
            }
        }
    }
}

extension TargetSettings {
    /// Reads a target from its keys.
    ///
    /// - Throws: every fault of the keys, with its location.
    package func read<Value>(
        _ declared: SettingsMapping, _ read: (SettingsFields) -> Value
    ) throws(Diagnostics) -> Value {
        try values.read(declared, path: name, faults: SettingsFaults(file: file), read)
    }
}
