internal import Address
package import Newsletter
internal import Text

/// What makes two entries the same, wherever they are compared: what sources return, the pool of candidates, `add`,
/// checks and merges.
///
/// | entries | are the same if |
/// | --- | --- |
/// | links, of any kind | their ``CanonicalURL`` is the same; another fragment of the same page is another entry |
/// | quotes | their URL and the beginning of their text are the same: a page may be quoted twice |
/// | entries without a URL | they have the same title |
/// | events | their URL and their first day are the same: a series may have one page |
/// | events whose URL is a group's page | they also have the same title |
/// | events without a URL of their own | they also have the same title, organisers, place and UID |
///
/// An event is never the same as a link. That an event may be listed in two regions is up to those who compare; see
/// ``Candidate/identity``.
package struct EntryIdentity: Hashable, Sendable {
    /// The canonical URL; empty if there is none that identifies the entry.
    package let canonical: String
    /// An event's first day.
    private let day: CalendarDate?
    /// What else is compared; empty for most entries.
    private let detail: String

    /// How two entries are related.
    package enum Resemblance: String, Hashable, Sendable {
        case same
        /// They lead to different places of one page, which an editor may want to know.
        case samePage
        case different
    }

    /// The identity of a link.
    package init(link url: String) {
        canonical = CanonicalURL(url).description
        day = nil
        detail = ""
    }

    /// - Parameters:
    ///   - content: what only entries of one kind have.
    ///   - uid: an event's UID, if its source has one that means something.
    package init(url: String?, title: String, content: Entry.Content, uid: String? = nil) {
        switch content {
        case .event(let event): self.init(event, title: title, url: url, uid: uid)
        case .quote(let quote):
            // The end may have been shortened.
            self.init(url: url, detail: "quote:" + Self.key(quote.text).prefix(Self.quotedLetters))
        default: self.init(url: url, detail: url == nil ? "title:" + title.lowercased() : "")
        }
    }

    private init(url: String?, day: CalendarDate? = nil, detail: String) {
        canonical = url.map { CanonicalURL($0).description } ?? ""
        self.day = day
        self.detail = detail
    }

    /// The identity of an event.
    package init(_ event: Event, title: String, url: String?, uid: String? = nil) {
        if let own = Self.own(url, of: event.organizers) {
            let canonical = CanonicalURL(own).description
            self.canonical = canonical
            detail = Self.isGroupPage(canonical) ? "title:" + Self.key(title) : ""
        } else {
            let organizers = event.organizers.map { Self.key($0.name) }.sorted().joined(separator: "+")
            let place = Self.key(event.place ?? event.mode.rawValue)
            canonical = ""
            detail = "title:\(Self.key(title)) by:\(organizers) in:\(place)" + (uid.map { " uid:\($0)" } ?? "")
        }
        day = event.start
    }

    /// As decisions and candidates record it.
    package var text: String {
        [canonical, detail, day?.description ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// An event's ``text`` without its day.
    package var withoutDay: String { [canonical, detail].filter { !$0.isEmpty }.joined(separator: " ") }

    /// How another entry is related to this one.
    package func resemblance(to other: EntryIdentity) -> Resemblance {
        if self == other { return .same }
        guard day == nil, other.day == nil, detail.isEmpty, other.detail.isEmpty, !canonical.isEmpty else {
            return .different
        }
        return page == other.page ? .samePage : .different
    }

    /// The page that a link leads to, without its fragment.
    package var page: String { CanonicalURL.page(of: canonical) }

    /// How many letters of a quote are compared.
    private static let quotedLetters = 30

    // MARK: Events

    /// The event's own URL: not that of an organiser, which the lines of events without one have instead.
    private static func own(_ url: String?, of organizers: [Event.Organizer]) -> String? {
        guard let url, !url.isEmpty else { return nil }
        let page = withoutSlash(url)
        return organizers.contains { $0.url.map(withoutSlash) == page } ? nil : url
    }

    private static func withoutSlash(_ url: String) -> Substring { url.hasSuffix("/") ? url.dropLast() : url[...] }

    /// Whether a URL is that of a group or a site, which lists many events.
    private static func isGroupPage(_ canonical: String) -> Bool {
        guard !canonical.utf8.contains(UInt8(ascii: "?")), !canonical.utf8.contains(UInt8(ascii: "#")) else {
            return false
        }
        let parts = canonical.utf8.split(separator: UInt8(ascii: "/"))
        if parts.count == 2, parts[0].elementsEqual("meetup.com".utf8) { return true }
        guard parts.count > 1 else { return false }
        return ["events", "event", "meetups", "calendar", "about"].contains { word in
            parts[parts.count - 1].elementsEqual(word.utf8)
        }
    }

    /// Letters and digits without case, so that markup and punctuation make no difference.
    package static func key(_ text: String) -> String {
        String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}
