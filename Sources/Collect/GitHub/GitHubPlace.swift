internal import Address
internal import Newsletter
internal import Settings
internal import Text

/// A repository in which issues or pull requests are looked for by a label.
struct GitHubPlace: Sendable {
    /// `owner/name`.
    var repository: String
    /// The heading for what is found there.
    var section: String?
    var label: String

    static let keys = [
        Setting("repository", .repository, "The repository.", required: true, example: "example/project"),
        Setting("section", .text, "The heading that its candidates belong under.", example: "Compiler"),
        Setting("label", .text, "The label, where the repository has its own.", example: "needs-testing"),
    ]

    /// - Parameter label: where the item names none.
    init(_ fields: SettingsFields, label: String) {
        repository = fields.text("repository")
        section = fields.optionalText("section")
        self.label = fields.optionalText("label") ?? label
    }
}

extension GitHubClient {
    /// What got a place's label in the window, with the time of that, open or closed since.
    ///
    /// - Parameter later: a label that takes the place of the first one afterwards.
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

    /// When an item got a label within the window; the last time of several.
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
