/// What a publication says of its checks: which run, how severe they are, and the facts that they judge by.
package struct CheckSettings: Hashable, Sendable {
    /// Names of checks that do not run unless they are asked for.
    package var off: Set<String> = []
    /// By a check's name, where it differs from the check's own.
    package var severities: [String: Diagnostic.Severity] = [:]
    /// Where the settings name a check.
    package var severityPlaces: [String: SourceLocation] = [:]
    /// How many entries of one host, or of one author on a shared host, an issue may have.
    package var entriesPerAuthor: Int?
    /// In bytes: mail programs cut off what is longer.
    package var longestMail = 102_000
    /// In bytes of the file.
    package var longestIssue: Int?
    /// How parts of the publication's template comments begin.
    package var templateComments: [String] = []
    /// Tags by the hosts whose entries must carry them: `video` for `youtube.com`.
    package var tagsOfHosts: [String: String] = [:]
    /// Every tag that entries may carry; empty where any may.
    package var tags: [String] = []
    /// Tags of entries that stand at the end of their section.
    package var tagsLast: [String] = []
    /// Hosts whose pages only subscribers can read.
    package var subscriptionHosts: [String] = []
    /// Right spellings of names; wrong ones are told by their letters, and by their case where that is all that differs.
    package var names: [String] = []
    /// Wrong spellings and what they should be.
    package var spellings: [String: String] = [:]
    /// Codes that stand for a country or `COUNTRY-SUBDIVISION` besides ISO 3166's: `UK` for `GB`.
    package var placeAliases = ["UK": "GB"]
    /// Headings that may stand without an entry, and those that may stand several times.
    package var emptySections: [String] = []
    package var rules: [LinkRule] = []
    package var links = LinkSettings()

    package init() {}
}

/// A publication's own rule about links, as data.
package struct LinkRule: Hashable, Sendable {
    package var name: String
    package var severity: Diagnostic.Severity?
    /// Headings or kinds of the sections it is about; everywhere where empty.
    package var sections: [String]
    /// Patterns of canonical addresses that break the rule; `*` stands for one part of a path, `**` for any rest.
    package var links: [String]
    /// Patterns of the only addresses that keep it.
    package var only: [String]
    /// Patterns of addresses that the rule leaves alone.
    package var except: [String]
    /// What is wrong, without full stop.
    package var summary: String
    /// What to do.
    package var remedy: String

    package init(
        name: String, severity: Diagnostic.Severity? = nil, sections: [String] = [], links: [String] = [],
        only: [String] = [], except: [String] = [], summary: String, remedy: String
    ) {
        self.name = name
        self.severity = severity
        self.sections = sections
        self.links = links
        self.only = only
        self.except = except
        self.summary = summary
        self.remedy = remedy
    }
}
