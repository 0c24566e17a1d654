internal import Newsletter
package import Settings

/// A source of candidates. To add one, add a file in this folder, a line in ``allSources`` and a test.
package protocol Source: Sendable {
    /// The name of the kind of source, as in `source:` in the settings.
    static var name: String { get }

    /// A few words about what the source collects, which follow "collects".
    static var summary: String { get }

    /// The source's own keys, besides those that every source has.
    static var keys: SettingsMapping { get }

    /// Reads the source's own keys, and reports faults that aren't about types to the fields.
    init(_ fields: SettingsFields)

    /// Collects everything from the request's window.
    ///
    /// - Throws: a fault if nothing could be collected; if only a part fails, that is a fault in the result.
    func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult

    /// Returns the items of ``SourceRequest/listed`` that have ended, unless ``collect(_:)`` returns them.
    func recheck(_ request: SourceRequest) async -> CollectionResult
}

extension Source {
    package static var declaration: KindDeclaration {
        KindDeclaration(name: name, summary: summary, keys: keys, common: SourceList.common)
    }

    package func recheck(_ request: SourceRequest) async -> CollectionResult { CollectionResult() }
}

/// Every source, in alphabetical order; a test compares the list with the folder.
package let allSources: [any Source.Type] = [
    Bluesky.self, Crates.self, Discourse.self, Feeds.self, Forem.self, Git.self, GitHubNewcomers.self,
    GitHubParticipation.self, GitHubProposals.self, GitHubPulls.self, GitHubTesting.self, HackerNews.self,
    ICalendar.self, JSONLD.self, Lobsters.self, Mastodon.self, Meetup.self, Mobilizon.self, Reddit.self, Triage.self,
]
