internal import Address
package import Newsletter

/// Identifies organizers by their pages: `meetup.com/rust-berlin/events/` and `meetup.com/rust-berlin` are the same.
package enum OrganizerKey {
    /// The key of an organizer; nil for organizers without a page.
    package static func key(of organizer: Event.Organizer) -> String? {
        organizer.url.map(key(ofPage:))
    }

    /// - Parameter url: an organizer's page, as written.
    package static func key(ofPage url: String) -> String {
        let canonical = CanonicalURL(url).page
        let parts = canonical.utf8.split(separator: UInt8(ascii: "/"))
        var count = parts.count
        if count > 2, parts[0].elementsEqual("meetup.com".utf8) { count = 2 }
        while count > 1, isGeneral(parts[count - 1]) { count -= 1 }
        guard count < parts.count || canonical.utf8.last == UInt8(ascii: "/") else { return canonical.lowercased() }
        return parts[..<count].map { String(Substring($0)) }.joined(separator: "/").lowercased()
    }

    /// Whether a part of a path doesn't distinguish organizers.
    private static func isGeneral(_ part: Substring.UTF8View) -> Bool {
        part.elementsEqual("events".utf8) || part.elementsEqual("event".utf8) || part.elementsEqual("about".utf8)
    }
}

extension LinkRecord {
    /// The organizers' keys, each once.
    var organizers: Set<String> { Set((event?.organizers ?? []).compactMap(OrganizerKey.key)) }
}
