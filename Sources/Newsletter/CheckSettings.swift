/// A publication's settings for its checks: which ones run, how severe they are, and the facts that they use.
package struct CheckSettings: Hashable, Sendable {
    /// The names of checks that only run if `--select` names them.
    package var off: Set<String> = []
    /// The severities that the publication has changed, by the name of the check.
    package var severities: [String: Diagnostic.Severity] = [:]
    /// Where the settings file names each check, for messages.
    package var severityPlaces: [String: SourceLocation] = [:]
    /// How many entries of one host, or of one author on a shared host, an issue may have.
    package var entriesPerAuthor: Int?
    /// The maximum size of an issue's mail in bytes; mail programs cut off longer mails.
    package var longestMail = 102_000
    /// The maximum size of an issue's file in bytes.
    package var longestIssue: Int?
    /// The beginnings of the template's notes to contributors, which must not be left in an issue.
    package var templateComments: [String] = []
    /// Tags by host: entries that link to the host must have the tag, such as `video` for `youtube.com`.
    package var tagsOfHosts: [String: String] = [:]
    /// All tags that entries may have; empty if any tag is allowed.
    package var tags: [String] = []
    /// Tags of entries that go to the end of their section.
    package var tagsLast: [String] = []
    /// Hosts whose pages only subscribers can read.
    package var subscriptionHosts: [String] = []
    /// Names in their correct spelling, such as `GitHub`; the same name with other capitals is reported.
    package var names: [String] = []
    /// Wrong spellings, with the correct ones.
    package var spellings: [String: String] = [:]
    /// Codes of places that aren't in ISO 3166, with the code of the country or subdivision that they mean: `UK` means
    /// `GB`.
    package var placeAliases = ["UK": "GB"]
    /// Headings that may have no entries, and may occur several times.
    package var emptySections: [String] = []
    package var rules: [LinkRule] = []
    package var links = LinkSettings()

    package init() {}
}

/// A publication's own rule for links, as data.
package struct LinkRule: Hashable, Sendable {
    package var name: String
    package var severity: Diagnostic.Severity?
    /// Headings or kinds of the sections that the rule applies to; empty for all sections.
    package var sections: [String]
    /// Patterns of canonical URLs that break the rule; `*` matches one part of a path, and `**` matches the rest.
    package var links: [String]
    /// Patterns of URLs that conform to the rule; all others break it.
    package var only: [String]
    /// Patterns of URLs that the rule doesn't apply to.
    package var except: [String]
    /// What is wrong, without a full stop.
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
