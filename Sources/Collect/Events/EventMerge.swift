internal import Address
internal import Archive
internal import Newsletter

/// Merges the same event from several sources into one.
package struct EventMerge {
    private var events: [Merged] = []
    private var byLink: [String: Int] = [:]
    private var byWords: [String: Int] = [:]

    /// An event, and the sources that returned it.
    package struct Merged: Hashable, Sendable {
        package var event: EventOccurrence
        package var sources: [String]
    }

    /// - Parameter found: events with the names of their sources; if two differ, the details of the first are used.
    package static func merged(_ found: [(source: String, event: EventOccurrence)]) -> [Merged] {
        var merge = EventMerge()
        for (source, event) in found { merge.add(event, from: source) }
        return merge.events
    }

    private mutating func add(_ event: EventOccurrence, from source: String) {
        let link = Self.link(of: event)
        let words = Self.words(of: event)
        guard let index = link.flatMap({ byLink[$0] }) ?? words.compactMap({ byWords[$0] }).first else {
            events.append(Merged(event: event, sources: [source]))
            remember(link, words, events.count - 1)
            return
        }
        Self.complete(&events[index].event, from: event)
        if !events[index].sources.contains(source) { events[index].sources.append(source) }
        remember(link, words, index)
    }

    private mutating func remember(_ link: String?, _ words: [String], _ index: Int) {
        if let link { byLink[link] = index }
        for key in words { byWords[key] = index }
    }

    /// A key from the URL and the date, because a series may have one page for all its dates.
    private static func link(of event: EventOccurrence) -> String? {
        guard let url = event.url, let date = event.start.date else { return nil }
        return "\(CanonicalURL(url)) \(date)"
    }

    /// Keys from organiser, start and title, for each organiser.
    private static func words(of event: EventOccurrence) -> [String] {
        let start = event.start.zone == nil ? event.start.description : String(event.start.instant)
        return event.organizers.map { "\(key($0.name)) \(start) \(key(event.title))" }
    }

    /// The letters and digits of a text, in lower case.
    private static func key(_ text: String) -> String {
        String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    private static func complete(_ event: inout EventOccurrence, from other: EventOccurrence) {
        event.url = event.url ?? other.url
        event.end = event.end ?? other.end
        event.place.venue = event.place.venue ?? other.place.venue
        if event.place.country == nil, other.place.country != nil { event.place = other.place }
        if event.organizers.isEmpty { event.organizers = other.organizers }
        for index in event.organizers.indices where event.organizers[index].url == nil {
            let name = key(event.organizers[index].name)
            event.organizers[index].url = other.organizers.first { key($0.name) == name }?.url
        }
        // Who cancels tells one place first, and the others later or never.
        if other.status == .cancelled { event.status = .cancelled }
    }
}
