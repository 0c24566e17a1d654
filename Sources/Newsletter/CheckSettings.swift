/// A publication's settings for its checks: which ones run, how severe they are, and the facts that they use.
package struct CheckSettings: Hashable, Sendable {
    /// Names of checks that only run on request.
    package var off: Set<String> = []
    /// Severities by the name of the check, if they differ from the check's own.
    package var severities: [String: Diagnostic.Severity] = [:]
    /// The locations in the settings of the names of checks.
    package var severityPlaces: [String: SourceLocation] = [:]
    /// How many entries of one host, or of one author on a shared host, an issue may have.
    package var entriesPerAuthor: Int?
    /// In bytes: mail programs cut off longer mails.
    package var longestMail = 102_000
    /// In bytes, of the file.
    package var longestIssue: Int?
    /// How passages of the publication's template for contributors begin.
    package var templateComments: [String] = []
    /// Tags by the hosts whose entries must have them: `video` for `youtube.com`.
    package var tagsOfHosts: [String: String] = [:]
    /// All tags that entries may have; empty if any.
    package var tags: [String] = []
    /// Tags of entries that go to the end of their section.
    package var tagsLast: [String] = []
    /// Hosts whose pages only subscribers can read.
    package var subscriptionHosts: [String] = []
    /// Correct spellings of names. Names with the same letters but other capitals are wrong.
    package var names: [String] = []
    /// Wrong spellings, with the correct ones.
    package var spellings: [String: String] = [:]
    /// Codes that stand for a country or `COUNTRY-SUBDIVISION` besides ISO 3166's: `UK` for `GB`.
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
    /// Headings or kinds of the sections that it applies to; empty for all.
    package var sections: [String]
    /// Patterns of canonical URLs that break the rule; `*` stands for one part of a path, `**` for any rest.
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
