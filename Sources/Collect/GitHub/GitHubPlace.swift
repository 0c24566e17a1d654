internal import Address
internal import Newsletter
internal import Settings
internal import Text

/// A repository in which a source searches for issues or pull requests with a label.
struct GitHubPlace: Sendable {
    /// The repository as `owner/name`.
    var repository: String
    /// The heading for candidates from the repository.
    var section: String?
    var label: String

    static let keys = [
        Setting("repository", .repository, "The repository.", required: true, example: "example/project"),
        Setting("section", .text, "The heading that the repository's candidates belong under.", example: "Compiler"),
        Setting("label", .text, "The label, if the repository has its own.", example: "needs-testing"),
    ]

    /// - Parameter label: the label for items that don't name one.
    init(_ fields: SettingsFields, label: String) {
        repository = fields.text("repository")
        section = fields.optionalText("section")
        self.label = fields.optionalText("label") ?? label
    }
}

extension GitHubClient {
    /// The issues and pull requests that got the label in the window, with the time of labelling, whether or not they
    /// are still open.
    ///
    /// - Parameter later: a label that later replaces the first one.
    func labelled(
        in place: GitHubPlace, later: String? = nil, _ window: TimeWindow
    ) async throws(SourceFault) -> (items: [(item: GitHubItem, time: Int)], faults: [SourceFault]) {
        var found: (items: [(item: GitHubItem, time: Int)], faults: [SourceFault]) = ([], [])
        var seen: Set<Int> = []
        for label in [place.label, later].compactMap({ $0 }) {
            // A label that is put on counts as a change, so that nothing changed before the window can have got it then.
            let listed = try await all(
                GitHubItem.self,
                "/repos/\(place.repository)/issues?labels=\(PercentEncoding.parameter(label))&state=all"
                    + "&since=\(Timestamp.text(window.since))&per_page=100")
            found.faults += listed.faults
            for item in listed.items where seen.insert(item.number).inserted {
                if let created = item.created_at?.seconds, created >= window.until { continue }
                do throws(SourceFault) {
                    let labelled = try await time(of: place.label, on: item, in: place.repository, window)
                    found.faults += labelled.faults
                    if let time = labelled.time { found.items.append((item, time)) }
                } catch {
                    found.faults.append(error)
                }
            }
        }
        found.items.sort { ($0.time, $0.item.number) < ($1.time, $1.item.number) }
        return found
    }

    /// When an item got a label within the window; the last time if there are several.
    private func time(
        of label: String, on item: GitHubItem, in repository: String, _ window: TimeWindow
    ) async throws(SourceFault) -> (time: Int?, faults: [SourceFault]) {
        let events = try await all(Event.self, "/repos/\(repository)/issues/\(item.number)/events?per_page=100")
        let times = events.items.compactMap { event -> Int? in
            guard event.event == "labeled", event.label?.name.lowercased() == label.lowercased() else { return nil }
            return event.created_at?.seconds
        }
        return (times.last(where: window.contains), events.faults)
    }

    private struct Event: Decodable {
        var event: String
        var label: GitHubItem.Label?
        var created_at: WrittenTime?
    }
}
