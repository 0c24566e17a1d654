/// How issues are published: `publish:`.
package struct PublishSettings: Hashable, Sendable {
    /// The remote repository that the issue is pushed to; nil if there is none.
    package var remote: String?
    /// The branch that is published; nil for the current one.
    package var branch: String?
    /// The pattern of the tag's name, with `{number}` and `{date}`; nil for no tag.
    package var tag: String?
    /// What happens with the pull requests whose entries are in the issue.
    package var pullRequests: PublishedPullRequests
    /// How long to wait until the site returns the new pages, in seconds.
    package var patience: Int
    /// Where the site and the announcements go, in the order of the settings.
    package var targets: [TargetSettings]
    /// The settings that replace these in a rehearsal; nil if none are written.
    package var rehearsal: RehearsalSettings?

    package init(
        remote: String? = nil, branch: String? = nil, tag: String? = nil,
        pullRequests: PublishedPullRequests = .leave, patience: Int = 600, targets: [TargetSettings] = [],
        rehearsal: RehearsalSettings? = nil
    ) {
        self.remote = remote
        self.branch = branch
        self.tag = tag
        self.pullRequests = pullRequests
        self.patience = patience
        self.targets = targets
        self.rehearsal = rehearsal
    }

    /// The names of the steps that every plan may have, which no target may have.
    package static let ownSteps: Set<String> = [
        "finish", "commit", "tag", "push", "build", "verify", "mail", "send", "redirect", "pull-requests", "next",
    ]

    /// The targets of publishing and of the rehearsal.
    package var allTargets: [TargetSettings] { targets + (rehearsal?.targets ?? []) }
}

/// What happens with the pull requests whose entries are in a published issue.
package enum PublishedPullRequests: String, CaseIterable, Sendable {
    case leave
    /// A comment with the page's address.
    case comment
    /// A comment, then they are closed.
    case close
}

/// Where a rehearsal publishes.
package struct RehearsalSettings: Hashable, Sendable {
    /// The address of the site during a rehearsal; nil for the publication's own, which isn't verified then.
    package var address: String?
    /// The mail addresses that receive the mail; if there are none, no mail is sent.
    package var readers: [String]
    package var targets: [TargetSettings]

    package init(address: String? = nil, readers: [String] = [], targets: [TargetSettings] = []) {
        self.address = address
        self.readers = readers
        self.targets = targets
    }
}

/// One item of `publish.deploy` or `publish.announce`: the kind of target, its name, and the keys that it reads itself.
package struct TargetSettings: Hashable, Sendable {
    /// The kind of target: `folder`, `mastodon` …
    package var kind: String
    /// Unique among the steps; by default, the kind.
    package var name: String
    /// `deploy` or `announce`.
    package var list: String
    /// The settings file, for messages.
    package var file: String
    /// All keys of the item.
    package var values: SettingsTree

    package init(kind: String, name: String, list: String, file: String, values: SettingsTree) {
        self.kind = kind
        self.name = name
        self.list = list
        self.file = file
        self.values = values
    }
}
