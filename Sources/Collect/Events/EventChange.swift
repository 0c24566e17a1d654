internal import Archive
internal import Newsletter

/// What has become of an event since it was drafted.
package struct EventChange: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case cancelled
        case moved(from: EventTime, to: EventTime)
        case elsewhere(from: String?, to: String?)
    }

    /// As it is now.
    package var event: EventOccurrence
    package var kind: Kind

    /// The events of `now` that are not as they were, each with what is most important of it.
    package static func changes(from before: [EventOccurrence], to now: [EventOccurrence]) -> [EventChange] {
        let byID = Dictionary(before.map { ($0.id, $0) }) { first, _ in first }
        let byLink = Dictionary(before.compactMap { event in event.url.map { (CanonicalURL($0), event) } }) {
            first, _ in
            first
        }
        return now.compactMap { event in
            guard let known = byID[event.id] ?? event.url.flatMap({ byLink[CanonicalURL($0)] }) else { return nil }
            return kind(from: known, to: event).map { EventChange(event: event, kind: $0) }
        }
    }

    private static func kind(from known: EventOccurrence, to event: EventOccurrence) -> Kind? {
        if event.status == .cancelled { return known.status == .cancelled ? nil : .cancelled }
        if known.start.instant != event.start.instant { return .moved(from: known.start, to: event.start) }
        if known.place.text != event.place.text || known.mode != event.mode {
            return .elsewhere(from: known.place.text, to: event.place.text)
        }
        return nil
    }
}

extension EventChange: CustomStringConvertible {
    package var description: String {
        switch kind {
        case .cancelled: "'\(event.title)' on \(event.start) is cancelled"
        case .moved(let from, let to): "'\(event.title)' has moved from \(from) to \(to)"
        case .elsewhere(let from, let to):
            "'\(event.title)' on \(event.start) takes place at \(to ?? "a place unknown"), not at \(from ?? "a place unknown")"
        }
    }
}
