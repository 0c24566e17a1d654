package import Newsletter
internal import Settings
internal import Text

/// What a source is sent out with: its name, the window, and the way outside.
package struct SourceRequest: Sendable {
    /// The source's name in the settings; candidates carry it.
    package var name: String
    /// The heading that the settings give for its candidates.
    package var section: String?
    package var window: TimeWindow
    /// How many days before the window posts and pull requests are returned for, because they may have been missed.
    package var overlap: Int
    /// How many days of events to look ahead, from the end of the window.
    package var eventDays: Int
    package var access: SourceAccess
    /// Addresses that the draft and the last issue list, so that a source can tell what has ended of it.
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

    /// The secret that the settings name.
    package func secret(_ variable: String) throws(SourceFault) -> String {
        if let secret = access.secret(variable) { return secret }
        guard let name = Self.variableName(variable) else {
            throw fault(
                "the settings name no environment variable that is set",
                remedy: "Put the secret into a variable such as MY_TOKEN, and its name into the settings")
        }
        throw fault("needs \(name)", remedy: "Set \(name), or \(name)_FILE to a file that holds it")
    }

    /// The name of an environment variable; nil for what may be the secret itself, which some write into the settings.
    package static func variableName(_ variable: String) -> String? {
        SecretName.isName(variable) ? variable : nil
    }

    /// What `work` brings of all items, in their order, at most `atOnce` running; an item that fails is a fault.
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
