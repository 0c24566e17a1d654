internal import Newsletter
package import Settings

/// One place that candidates come from. A new one is a file in this folder, a line in ``allSources`` and a test.
package protocol Source: Sendable {
    /// As `source:` in the settings names it.
    static var name: String { get }

    /// What it collects, in a few words that follow "collects".
    static var summary: String { get }

    /// Its own keys, besides those that every source has.
    static var keys: SettingsMapping { get }

    /// Reads its own keys, and reports to the fields what is wrong with them besides their types.
    init(_ fields: SettingsFields)

    /// Brings what happened in the assignment's window.
    ///
    /// - Throws: what keeps it from bringing anything; what concerns a part only is a fault of the harvest.
    func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult

    /// Returns what has ended of the request's ``SourceRequest/listed``, unless collecting returns it anyway.
    func recheck(_ request: SourceRequest) async -> CollectionResult
}

extension Source {
    package static var declaration: SourceDeclaration {
        SourceDeclaration(name: name, summary: summary, keys: keys)
    }

    package func recheck(_ request: SourceRequest) async -> CollectionResult { CollectionResult() }
}

/// Every source, in alphabetical order; a test compares the list with the folder.
package let allSources: [any Source.Type] = [
    Bluesky.self, Crates.self, Discourse.self, Feeds.self, Forem.self, Git.self, GitHubNewcomers.self,
    GitHubParticipation.self, GitHubProposals.self, GitHubPulls.self, GitHubTesting.self, HackerNews.self,
    ICalendar.self, JSONLD.self, Lobsters.self, Mastodon.self, Meetup.self, Mobilizon.self, Reddit.self, Triage.self,
]
