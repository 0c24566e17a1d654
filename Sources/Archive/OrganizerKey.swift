package import Newsletter

/// Tells organizers apart by their pages: `meetup.com/rust-berlin/events/` and `meetup.com/rust-berlin` are one.
package enum OrganizerKey {
    /// Nil for an organizer without a page.
    package static func key(of organizer: Event.Organizer) -> String? {
        guard let url = organizer.url else { return nil }
        var parts = CanonicalURL(url).description.split(separator: "/")
        if parts.first == "meetup.com", parts.count > 2 { parts.removeLast(parts.count - 2) }
        while parts.count > 1, let last = parts.last, ["events", "event", "about"].contains(last) { parts.removeLast() }
        return parts.joined(separator: "/").lowercased()
    }
}

extension LinkRecord {
    /// The organizers' keys, each once.
    var organizers: Set<String> { Set((event?.organizers ?? []).compactMap(OrganizerKey.key)) }
}
