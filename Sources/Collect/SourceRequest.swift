package import Newsletter
internal import Settings
internal import Text

/// The input of a source: its name, the window, and access to the web.
package struct SourceRequest: Sendable {
    /// The source's name in the settings, which its candidates have, too.
    package var name: String
    /// The heading for the source's candidates, from the settings.
    package var section: String?
    package var window: TimeWindow
    /// How many days before the window posts and pull requests are returned for, because they may have been missed.
    package var overlap: Int
    /// How many days of events to look ahead, from the end of the window.
    package var eventDays: Int
    package var access: SourceAccess
    /// The URLs of entries in the draft and the last issue, so that a source can report which of them have ended.
    package var listed: [String]

    package init(
        name: String, section: String? = nil, window: TimeWindow, eventDays: Int, access: SourceAccess,
        listed: [String] = [], overlap: Int = 0
    ) {
        self.name = name
        self.section = section
        self.window = window
        self.eventDays = eventDays
        self.access = access
        self.listed = listed
        self.overlap = overlap
    }

    /// The window for posts and pull requests, which overlaps the previous one.
    package var overlapping: TimeWindow {
        TimeWindow(since: window.since - overlap * 86_400, until: window.until)
    }

    package var client: SourceClient { SourceClient(source: name, http: access.http) }

    package func fault(_ problem: String, address: String? = nil, field: String? = nil, remedy: String = "")
        -> SourceFault
    {
        SourceFault(problem, source: name, address: address, field: field, remedy: remedy)
    }

    /// The secret in the environment variable that the settings name.
    package func secret(_ variable: String) throws(SourceFault) -> String {
        if let secret = access.secret(variable) { return secret }
        guard let name = Self.variableName(variable) else {
            throw fault(
                "the settings don't name an environment variable for the secret",
                remedy: "Put the secret into a variable such as MY_TOKEN, and write that name in the settings")
        }
        throw fault(
            "\(name) isn't set",
            remedy: "Set \(name) to the secret, or \(name)_FILE to the path of a file that contains it")
    }

    /// The name of an environment variable; nil for a text that may be the secret itself, which some people write into
    /// the settings.
    package static func variableName(_ variable: String) -> String? {
        SecretName.isName(variable) ? variable : nil
    }

    /// The results of `work` for all items, in their order, with at most `atOnce` running. If an item fails, its error
    /// becomes a fault.
    package func gather<Item: Sendable>(
        _ items: [Item], atOnce: Int = 8,
        _ work: @escaping @Sendable (Item) async throws(SourceFault) -> CollectionResult
    ) async -> CollectionResult {
        let results = await AsyncWindow.map(items, atOnce: atOnce) { item in
            do throws(SourceFault) {
                return try await work(item)
            } catch {
                return CollectionResult(faults: [error])
            }
        }
        return results.reduce(into: CollectionResult()) { $0 += $1 }
    }

    package func candidate(
        _ kind: SectionKind, title: String, url: String?, tags: [String] = [], content: Entry.Content = .link,
        time: Int? = nil, facts: [Candidate.Fact] = []
    ) -> Candidate {
        Candidate(
            source: name, kind: kind, section: section, title: title.collapsingBlanks, url: url, tags: tags,
            content: content, time: time, facts: facts)
    }
}
