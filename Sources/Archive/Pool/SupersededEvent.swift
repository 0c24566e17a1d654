package import Newsletter
internal import Text

/// An event as a source told it before, when it is not that any more.
package struct SupersededEvent: Hashable, Sendable {
    package enum Reason: String, CaseIterable, Sendable {
        case cancelled
        /// It has another day, or another region.
        case moved
        /// Its title, place, organisers or address are others.
        case changed
    }

    /// As it was.
    package var candidate: Candidate
    package var reason: Reason

    package init(_ candidate: Candidate, _ reason: Reason) {
        self.candidate = candidate
        self.reason = reason
    }

    /// Tells it from every other, and sorts them.
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
    /// What stays the same when an event is moved.
    package var eventID: String? {
        guard case .event = content else { return nil }
        return signal(.eventID)
    }

    /// Whether an issue would tell both in the same words.
    func reads(as other: Candidate) -> Bool {
        title == other.title && url == other.url && section == other.section && content == other.content
    }
}
