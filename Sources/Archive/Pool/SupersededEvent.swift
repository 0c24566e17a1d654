package import Newsletter
internal import Text

/// An earlier form of an event, which a source has changed since.
package struct SupersededEvent: Hashable, Sendable {
    package enum Reason: String, CaseIterable, Sendable {
        case cancelled
        /// The event now has another date or region.
        case moved
        /// The event now has another title, place, organiser or URL.
        case changed
    }

    /// The event in its earlier form.
    package var candidate: Candidate
    package var reason: Reason

    package init(_ candidate: Candidate, _ reason: Reason) {
        self.candidate = candidate
        self.reason = reason
    }

    /// A key that identifies an earlier form of an event, and by which they are sorted.
    var key: String {
        guard case .event(let event) = candidate.content else { return candidate.identity }
        let parts = [
            candidate.identity, reason.rawValue, candidate.title, candidate.url ?? "",
            event.end?.description ?? "", event.mode.rawValue, event.place ?? "",
        ]
        return (parts + event.organizers.flatMap { [$0.name, $0.url ?? ""] }).joined(separator: "\n")
    }
}

extension Candidate {
    /// The ID of the event, which stays the same when it is moved.
    package var eventID: String? {
        guard case .event = content else { return nil }
        return signal(.eventID)
    }

    /// Whether two events have the same text in an issue.
    func reads(as other: Candidate) -> Bool {
        title == other.title && url == other.url && section == other.section && content == other.content
    }
}
